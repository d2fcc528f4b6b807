/** What a figure stands on: the claims by their part in it, down to the words, in a dialog. */

import { h } from './dom.js';
import { ask } from './api.js';
import { bar, grade, scale } from './figure.js';
import { quote } from './quote.js';
import { REASON, ROLE, coverage, first, many, plain, range, side, status, subject } from './words.js';
import { both, day } from './times.js';

const PARTS = [
  { title: 'Sets the figure', name: 'SETS', of: (r) => r.some((x) => x.startsWith('SETS')) },
  { title: 'Contests it', name: 'CONTESTS', of: (r) => r.includes('CONTESTS') },
  { title: 'Contained in it', name: 'CONTAINED', of: (r) => r.includes('CONTAINED') },
  { title: 'Set aside', name: 'SET_ASIDE', of: (r) => r.includes('SET_ASIDE') },
  { title: 'Not counted here', name: 'NOT_COUNTED', of: (r) => r.includes('NOT_COUNTED') },
];
const SHOWN = 20;
const PAGE = 200;

/** Opens it for a tally. */
export async function explain(dialog, tally, context) {
  const party = context.nameOf(tally.party);
  const body = h('div', { class: 'body', 'aria-live': 'polite' }, h('p', { class: 'wait' }, 'Looking for the words …'));
  dialog.replaceChildren(head(dialog, tally, party, context), body);
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
  try {
    const question = { ...context.params, party: tally.party, measure: tally.measure, item: tally.item,
      status: tally.status, place: tally.place, limit: PAGE };
    const told = await ask('explain', question);
    show(body, told, question, context, SHOWN);
    // What was clicked may tell of an earlier moment, as an alert does: the words below are of now.
    if (told.tally && first(told.tally) !== first(tally)) {
      dialog.querySelector('header').replaceWith(head(dialog, { ...tally, ...told.tally }, party, context));
      dialog.querySelector('.close').focus();
    }
  } catch (problem) {
    body.replaceChildren(h('p', { class: 'trouble' }, `This cannot be explained now: ${problem.message}`));
  }
}

/** Opens the claims that something stands on, whatever their part in a figure. */
export async function openClaims(title, find, measure, context) {
  const dialog = document.getElementById('explain');
  const body = h('div', { class: 'body', 'aria-live': 'polite' }, h('p', { class: 'wait' }, 'Looking for the words …'));
  dialog.replaceChildren(h('header', {}, close(dialog), h('h2', { id: 'explain-title' }, title)), body);
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
  try {
    const claims = await find();
    body.replaceChildren(h('h3', {}, many(claims.length, 'claim')),
      h('ol', {}, claims.map((c) => claim({ ...c, roles: [] }, new Map(), context, measure))));
  } catch (problem) {
    body.replaceChildren(h('p', { class: 'trouble' }, `The claims cannot be told now: ${problem.message}`));
  }
}

const close = (dialog) => h('button', { type: 'button', class: 'close', 'aria-label': 'Close', on: { click: () => dialog.close() } }, '×');

function head(dialog, tally, party, context) {
  return h('header', {},
    close(dialog),
    h('h2', { id: 'explain-title' }, subject(tally), ' ', h('span', { class: 'whose' }, party)),
    h('p', { class: 'window' }, context.span),
    h('p', { class: 'figure' }, h('span', { class: `number ${tally.grade.toLowerCase()}` }, first(tally)),
      h('span', { class: 'range' }, range(tally)), grade(tally.grade), h('span', {}, many(tally.origins, 'origin'))),
    bar(tally, scale([tally])));
}

/** The claims of the pages asked for so far, and where there are more, a way to ask for the next. */
function show(body, told, question, context, shown) {
  body.replaceChildren(...content(told, context, shown));
  if (told.next === undefined) return;
  const left = Object.values(told.parts).reduce((a, b) => a + b, 0) - told.claims.length;
  const further = h('button', { type: 'button', class: 'more', on: { click: async () => {
    further.disabled = true;
    try {
      const page = await ask('explain', { ...question, offset: told.next });
      const claims = [...new Map([...told.claims, ...page.claims].map((c) => [c.claim, c])).values()];
      show(body, { ...page, claims }, question, context, Infinity);
    } catch (problem) {
      further.disabled = false;
      further.textContent = `These cannot be told now (${problem.message}); try again`;
    }
  } } }, `${many(left, 'claim')} not shown yet: show more`);
  body.append(further);
}

function content(told, context, shown) {
  const findings = told.tally?.findings ?? [];
  const said = new Map(told.claims.map((c) => [c.claim, c]));
  return [
    findings.length > 0 && h('ul', { class: 'findings' }, findings.map((f) => h('li', {}, finding(f)))),
    ...PARTS.map((part) => section(part, told.claims.filter((c) => part.of(c.roles)), said, context, told.measure, told.parts[part.name] ?? 0, shown)),
  ].filter(Boolean);
}

function section(part, claims, said, context, measure, inAll, shown) {
  if (inAll === 0) return null;
  const list = h('ol', {}, claims.slice(0, shown).map((c) => claim(c, said, context, measure)));
  const rest = claims.slice(shown);
  const more = rest.length > 0 && h('button', { type: 'button', class: 'more', on: { click: () => {
    list.append(...rest.map((c) => claim(c, said, context, measure)));
    more.remove();
  } } }, `${many(rest.length, 'more claim')}`);
  return h('section', { class: 'part' }, h('h3', {}, part.title, ' ', h('span', { class: 'many' }, many(inAll, 'claim'))), list, more);
}

/** One claim: number, claimant, words, source, and why it counts or does not. */
export function claim(c, said, context, measure) {
  return h('li', { class: `claim ${c.side.toLowerCase()}` },
    h('p', { class: 'line' },
      h('b', {}, first(c)), c.low !== c.best || c.high !== c.best ? h('span', { class: 'range' }, range(c)) : null,
      h('span', { class: 'claimant' }, 'says ', h('bdi', {}, c.claimant), ` (${side(c.side, measure)})`)),
    quote(c),
    h('p', { class: 'about' }, [about(c, context), roles(c)].filter(Boolean).join(' · '), why(c, said)),
    h('p', { class: 'source' }, source(c), ', ', h('time', { datetime: c.publishedAt }, both(c.publishedAt, context.zone))));
}

function source(c) {
  const name = h('bdi', {}, c.source ?? 'source not kept');
  return /^https?:/.test(c.url ?? '') ? h('a', { href: c.url, rel: 'noreferrer noopener', target: '_blank' }, name) : name;
}

function about(c, { zone, nameOf }) {
  const from = day(c.period.from, zone);
  const last = day(new Date(new Date(c.period.to).getTime() - 1).toISOString(), zone);
  return [nameOf(c.party), status(c.status), c.place, coverage(c.coverage), from === last ? from : `${from} to ${last}`].filter(Boolean).join(', ');
}

function roles(c) {
  const sets = c.roles.filter((r) => r.startsWith('SETS') || r === 'CONTESTS');
  return sets.map((r) => ROLE[r]).join(', ');
}

function why(c, said) {
  if (!c.reason) return null;
  const by = (c.by ?? []).map((id) => said.get(id)).filter(Boolean).map((o) => `${first(o)}, ${o.claimant}`);
  return h('span', { class: 'why' }, `${REASON[c.reason] ?? plain(c.reason)}${by.length ? ` (${by.join('; ')})` : ''}`);
}

/** What is unusual in the figures behind a tally, in a sentence. */
export function finding(f) {
  const n = (x) => x.toLocaleString('en-GB');
  const sentence = {
    REVISION: `${f.account} lowered its total from ${n(f.before)} to ${n(f.after)}.`,
    RESTART: `${f.account} began its count anew: after ${n(f.before)}, ${n(f.after)} is counted on top.`,
    OUTLIER: `${f.account}’s ${n(f.before)} does not fit the totals before and after it; set aside.`,
    LATE_LUMP: `${f.account}’s total moved by ${n(f.after)} where the day’s own figure is ${n(f.before)}: older losses were added.`,
    BASIS_CHANGE: `${f.account}’s total moved from ${n(f.before)} to ${n(f.after)}: it seems to count something else now.`,
    SKIPPED_DAYS: `One step of ${f.account}’s total covers several days and counts ${n(f.after)}; which day has how many is not said.`,
    RETRACTION: `${f.account} withdrew ${n(f.before)}.`,
  };
  return sentence[f.kind] ?? plain(f.kind);
}
