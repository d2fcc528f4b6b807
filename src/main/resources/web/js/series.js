/** A figure over time, as a chart and as a table. */

import { h, put } from './dom.js';
import { all } from './api.js';
import { chart } from './chart.js';
import { exports } from './exports.js';
import { grade } from './figure.js';
import { select } from './choosers.js';
import { change } from './state.js';
import { GRADE, MEASURES, first, measure, range } from './words.js';
import { span } from './times.js';

const BY = [['day', 'by day'], ['week', 'by week'], ['month', 'by month']];
const LINES = 6;

export async function showSeries(place, context, signal) {
  const chosen = choose(context);
  const by = context.state.by || 'day';
  const { conflict, asOf, policy } = context.params;
  const question = chosen && within({ conflict, asOf, policy, by, party: chosen.party, measure: chosen.measure, item: chosen.item }, context.window);
  const items = question ? await all('series', question, signal) : [];
  put(place, [items, question, place.clientWidth], () => [
    h('div', { class: 'title' }, h('h2', { id: 'series-title' }, 'Over time'), chosen && choosers(chosen, by, context)),
    items.length ? [drawn(items, place.clientWidth, context), exports('This series', 'series', question)]
      : h('p', { class: 'none' }, `No figure of a single ${by} in this window; totals over longer times are not spread over their days.`),
  ]);
}

/** Of the dates only: a week or a month counts when it begins inside. */
function within(question, { from, to }) {
  return { ...question, from: from?.slice(0, 10), to: to?.slice(0, 10) };
}

function choose({ state, tallies }) {
  const whole = tallies.filter((t) => !t.place && t.status === 'ANY');
  const of = (t) => ({ party: t.party, measure: t.measure, item: t.item ?? '' });
  const asked = whole.find((t) => t.party === (state.party || '*') && t.measure === (state.measure || 'KILLED'))
    ?? whole.find((t) => t.measure === (state.measure || 'KILLED')) ?? whole[0];
  return asked && of(asked);
}

function choosers(chosen, by, context) {
  const whole = context.tallies.filter((t) => !t.place && t.status === 'ANY');
  const measures = MEASURES.filter((m) => whole.some((t) => t.measure === m));
  const parties = context.parties.filter((p) => whole.some((t) => t.party === p.id && t.measure === chosen.measure));
  return h('div', { class: 'picks' },
    named('Measure', select('series-measure', chosen.measure, measures.map((m) => [m, measure(m)]), (m) => change({ measure: m }, true))),
    named('Party', select('series-party', chosen.party, parties.map((p) => [p.id, p.name]), (p) => change({ party: p }, true))),
    named('Step', select('series-by', by, BY, (b) => change({ by: b }, true))));
}

const named = (name, control) => h('label', {}, h('span', { class: 'unseen' }, name), control);

function drawn(items, width, context) {
  const spoken = new Map();
  for (const c of items.flatMap((t) => t.claimants)) spoken.set(c.name, (spoken.get(c.name) ?? 0) + 1);
  const claimants = [...spoken].sort((a, b) => b[1] - a[1]).slice(0, LINES).map(([name]) => name);
  const told = h('p', { class: 'told', 'aria-hidden': 'true' });
  const picked = (t, opened) => {
    told.replaceChildren(h('b', {}, span(t.window)), ` ${range(t)} `, grade(t.grade));
    if (opened) context.open(t, t.window);
  };
  picked(items.at(-1));
  return [h('ul', { class: 'key' }, h('li', { class: 'k-sure' }, 'at least'), h('li', { class: 'k-band' }, 'up to; fading: no upper bound'),
    claimants.map((name, i) => h('li', { class: `v${i % 6}`, dir: 'auto' }, name))), told,
    chart(items, claimants, Math.max(300, width), picked, inWords), table(items, context)];
}

const inWords = (t) => `${span(t.window)}: ${range(t)}, ${GRADE[t.grade]}`;

function table(items, context) {
  return h('details', {}, h('summary', {}, 'The same as a table'), h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Figures over time' },
    h('table', { class: 'plain' },
      h('thead', {}, h('tr', {}, ['When', 'Best', 'Range', 'Grade', 'According to'].map((t) => h('th', { scope: 'col' }, t)))),
      h('tbody', {}, items.map((t) => h('tr', {}, h('th', { scope: 'row' }, span(t.window)),
        h('td', {}, h('button', { type: 'button', class: 'link', on: { click: () => context.open(t, t.window) } }, first(t))),
        h('td', {}, range(t)), h('td', {}, grade(t.grade)), h('td', { dir: 'auto' }, t.claimants.map((c) => c.name).join(', '))))))));
}
