/** The toll: measures down, parties across, every figure with its range and who says so. */

import { h, put } from './dom.js';
import { bar, beside, keyOf, number, scale } from './figure.js';
import { exports } from './exports.js';
import { MEASURES, first, measure, status } from './words.js';

export function showToll(place, context) {
  const whole = context.tallies.filter((t) => !t.place);
  const rows = rowsOf(whole);
  const parties = context.parties.filter((p) => p.id === '*' || whole.some((t) => t.party === p.id));
  const silent = context.parties.filter((p) => !parties.includes(p)).map((p) => p.name);
  put(place, [whole, context.parties, context.params, context.minute], () => [
    h('h2', { id: 'toll-title' }, 'The toll'),
    rows.length ? table(rows, parties, whole, context)
      : h('p', { class: 'none' }, 'No figure: nobody has published one for this window. That is not zero.'),
    rows.length > 0 && exports('All figures of this window', 'tallies', context.params),
    silent.length > 0 && rows.length > 0 && h('p', { class: 'silent' }, `No figure for ${silent.join(', ')}.`),
  ]);
}

/** A row for each measure and kind of equipment that anybody gives a figure for; the dead always. */
function rowsOf(tallies) {
  const found = new Map();
  for (const t of tallies) found.set(`${t.measure}|${t.item ?? ''}`, { measure: t.measure, item: t.item ?? '' });
  if (found.size > 0) found.set('KILLED|', { measure: 'KILLED', item: '' });
  return [...found.values()].sort((a, b) =>
    MEASURES.indexOf(a.measure) - MEASURES.indexOf(b.measure) || a.item.localeCompare(b.item));
}

function table(rows, parties, tallies, context) {
  return h('table', { class: 'toll', role: 'table' },
    h('caption', { class: 'unseen' }, 'Low, best and high figure of each party'),
    h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' },
      h('th', { scope: 'col', role: 'columnheader' }, h('span', { class: 'unseen' }, 'Measure')),
      parties.map((p) => h('th', { scope: 'col', role: 'columnheader', dir: 'auto' }, p.name, p.within && h('span', { class: 'within' }, ` in ${p.within}`))))),
    h('tbody', { role: 'rowgroup' }, rows.map((row) => line(row, parties, tallies, context))));
}

function line(row, parties, tallies, context) {
  const own = tallies.filter((t) => t.measure === row.measure && (t.item ?? '') === row.item);
  const most = scale(own);
  return h('tr', { role: 'row', class: row.measure === 'KILLED' ? 'dead' : null },
    h('th', { scope: 'row', role: 'rowheader' }, measure(row.measure), ' ', row.item && h('span', { class: 'item' }, row.item)),
    parties.map((p) => cell(own.filter((t) => t.party === p.id), p, most, context)));
}

function cell(tallies, party, most, context) {
  const any = tallies.find((t) => t.status === 'ANY');
  const finer = tallies.filter((t) => t !== any);
  return h('td', { role: 'cell', class: tallies.length ? null : 'empty' },
    h('span', { class: 'of', 'aria-hidden': 'true', dir: 'auto' }, party.name, party.within && ` in ${party.within}`),
    any ? [number(any, party.name, context.open), bar(any, most), beside(any, context)]
      : h('span', { class: 'none' }, 'no figure'),
    finer.length > 0 && h('ul', { class: 'finer' }, finer.map((t) => h('li', {},
      h('button', { type: 'button', 'aria-haspopup': 'dialog', 'data-key': keyOf(t), class: t.grade.toLowerCase(),
        on: { click: () => context.open(t) } }, first(t)), ` ${status(t.status)}`))));
}
