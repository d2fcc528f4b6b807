/** Who is heard, and who has fallen silent. Quiet is not zero. */

import { h, put } from './dom.js';
import { all, ask } from './api.js';
import { count, languageName, many, plain } from './words.js';
import { ago, both } from './times.js';

const DAY = 86_400_000;
const OVERDUE = 4;
const SHOWN = 12;

export async function showCoverage(place, context, signal) {
  const [told, feeds] = await Promise.all([ask('coverage', {}, signal), all('feeds', {}, signal)]);
  const sources = [...told.sources].sort((a, b) => b.last.localeCompare(a.last));
  put(place, [told, feeds, context.minute], () => [
    h('h2', { id: 'coverage-title' }, 'Who is heard'),
    h('p', { class: 'of' }, summary(sources, context.wall)),
    sources.length > 0 && table(sources, context), feeds.length > 0 && live(feeds, context), rejected(told.rejected)]);
}

function summary(sources, wall) {
  const silent = sources.filter((s) => quiet(s, wall)).length;
  const languages = new Set(sources.map((s) => s.language)).size;
  return `${many(sources.length, 'source')} in ${many(languages, 'language')}, of all conflicts; ${silent
    ? `${silent === sources.length ? 'all' : count(silent)} quiet for longer than usual` : 'none quiet for longer than usual'}. Quiet is not zero: what a silent source would have said is not in the figures.`;
}

/** Silent for several times its usual gap, and for a day at least. */
function quiet(source, wall) {
  return wall - Date.parse(source.last) > Math.max(DAY, OVERDUE * gap(source));
}

const gap = (s) => (s.reports > 1 ? (Date.parse(s.last) - Date.parse(s.first)) / (s.reports - 1) : DAY);

function usual(s) {
  if (s.reports < 2) return 'one report so far';
  const perDay = DAY / Math.max(gap(s), 1);
  return perDay >= 1 ? `${count(Math.round(perDay))} a day` : `one in ${many(Math.round(1 / perDay), 'day')}`;
}

function table(sources, context) {
  const rows = h('tbody', {}, sources.slice(0, SHOWN).map((s) => row(s, context)));
  const rest = sources.slice(SHOWN);
  const more = rest.length > 0 && h('button', { type: 'button', class: 'more', on: { click: () => {
    rows.append(...rest.map((s) => row(s, context)));
    more.remove();
  } } }, many(rest.length, 'more source'));
  return [h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Sources' }, h('table', { class: 'plain' },
    h('thead', {}, h('tr', {}, ['Source', 'Language', 'Last heard', 'Usually', 'Reports', 'Claims'].map((t) => h('th', { scope: 'col' }, t)))), rows)), more];
}

function row(s, { wall, zone }) {
  const silent = quiet(s, wall);
  return h('tr', { class: silent ? 'silent-source' : null }, h('th', { scope: 'row' }, h('bdi', {}, s.source)), h('td', {}, languageName(s.language)),
    h('td', {}, h('time', { datetime: s.last, title: both(s.last, zone) }, ago(s.last, wall, zone)), silent && h('span', { class: 'state' }, '▽ quiet')),
    h('td', {}, usual(s)), h('td', {}, count(s.reports)), h('td', {}, count(s.claims)));
}

/** The feeds that are looked at: those that are not heard first, and never as calm. */
function live(feeds, context) {
  const told = feeds.filter((f) => f.state !== 'heard');
  return [h('h3', {}, 'Feeds'), h('p', { class: 'of' }, `${count(feeds.length - told.length)} of ${many(feeds.length, 'feed')} heard${told.length === 0 ? '.'
    : `; ${STATES.map(([state, words]) => [feeds.filter((f) => f.state === state).length, words]).filter(([n]) => n > 0).map(([n, words]) => `${count(n)} ${words}`).join(', ')}. What they would say is not known.`}`),
  told.length > 0 && h('ul', { class: 'feeds' }, told.slice(0, SHOWN).map((f) => feed(f, context))),
  told.length > SHOWN && h('p', { class: 'of' }, `${many(told.length - SHOWN, 'more feed')} at /api/v1/feeds.`)];
}

const STATES = [['failing', 'failing'], ['never_seen', 'never seen'], ['silent', 'silent']];

function feed(f, { wall, zone }) {
  const when = f.state === 'silent' ? f.lastNewItem : f.lastSuccess;
  return h('li', { class: 'silent-source' }, h('bdi', {}, f.name), ' ', h('span', { class: 'state' }, `▽ ${plain(f.state)}`), ' ',
    when ? h('time', { datetime: when, title: both(when, zone) }, `${f.state === 'silent' ? 'last news' : 'last heard'} ${ago(when, wall, zone)}`) : 'never heard',
    f.why && `: ${f.why}`);
}

function rejected(reasons) {
  const told = Object.entries(reasons);
  return h('p', { class: 'of' }, told.length === 0 ? 'Nothing was rejected since the service started.'
    : ['Rejected since the service started: ', told.map(([reason, n]) => `${count(n)} ${plain(reason)}`).join(', '), '.']);
}
