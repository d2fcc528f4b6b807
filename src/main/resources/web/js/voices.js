/** Who says what: each party's loss by its own side, by its opponent and by others, on one scale. */

import { h, put } from './dom.js';
import { bar, grade, scale } from './figure.js';
import { select } from './choosers.js';
import { MEASURES, first, measure, range, status } from './words.js';
import { change } from './state.js';

const OF_LOSSES = [['SELF', 'of its own losses'], ['ADVERSARY', 'its opponent says'], ['INDEPENDENT', 'others say']];
const OF_STRIKES = [['SELF', 'says who was struck'], ['ADVERSARY', 'says who struck'], ['INDEPENDENT', 'others say']];

export function showVoices(place, context) {
  const told = context.tallies.filter((t) => !t.place && t.party !== '*' && t.claimants.length > 0);
  const chosen = told.some((t) => t.measure === context.state.measure) ? context.state.measure : known(told)[0];
  const own = told.filter((t) => t.measure === chosen);
  put(place, [told, chosen], () => [
    h('div', { class: 'title' }, h('h2', { id: 'voices-title' }, 'Who says what'),
      chosen && h('label', {}, h('span', { class: 'unseen' }, 'Measure'),
        select('voices', chosen, known(told).map((m) => [m, measure(m)]), (m) => change({ measure: m }, true)))),
    own.length ? own.map((t) => party(t, scale(own.flatMap((x) => x.claimants)), context))
      : h('p', { class: 'none' }, 'No figure of a party in this window.'),
  ]);
}

const known = (tallies) => MEASURES.filter((m) => tallies.some((t) => t.measure === m));

function party(tally, most, context) {
  const groups = tally.measure === 'STRIKES' ? OF_STRIKES : OF_LOSSES;
  const what = [status(tally.status), tally.item].filter(Boolean).join(', ');
  return h('div', { class: 'voices' },
    h('h3', {}, h('bdi', {}, context.nameOf(tally.party)), what && h('span', { class: 'what' }, ` ${what}`), ' ', grade(tally.grade)),
    groups.map(([side, title]) => [title, tally.claimants.filter((c) => c.side === side)])
      .filter(([, claimants]) => claimants.length > 0)
      .map(([title, claimants]) => h('div', { class: 'group' }, h('h4', {}, title), h('ul', {}, claimants.map((c) => voice(c, most))))));
}

function voice(c, most) {
  return h('li', { class: c.side.toLowerCase() }, h('bdi', { class: 'claimant' }, c.name),
    h('span', { class: 'said', title: range(c) }, first(c)), bar(c, most), h('span', { class: 'unseen' }, range(c)));
}
