/** One figure as it is shown everywhere: the number first, then its range, who says so, the grade and how fresh it is. */

import { h, s } from './dom.js';
import { GRADE, GRADE_MEANS, first, many, range, speakers, subject } from './words.js';
import { ago, both, freshness } from './times.js';

/** Shapes that differ without colour: full, half, split, hollow and broken. */
const SHAPE = {
  CONFIRMED: () => [s('circle', { cx: 6, cy: 6, r: 5, class: 'full' })],
  REPORTED: () => [s('circle', { cx: 6, cy: 6, r: 4.5, class: 'line' }), s('path', { d: 'M6 1.5a4.5 4.5 0 0 1 0 9z', class: 'full' })],
  CONTESTED: () => [s('path', { d: 'M5 1v10L0 6z', class: 'full' }), s('path', { d: 'M7 1v10l5-5z', class: 'full' })],
  CLAIMED: () => [s('circle', { cx: 6, cy: 6, r: 4.5, class: 'line broken' })],
};

export function grade(name) {
  return h('span', { class: `grade ${name.toLowerCase()}`, title: GRADE_MEANS[name] },
    s('svg', { viewBox: '0 0 12 12', 'aria-hidden': 'true' }, SHAPE[name]?.()), GRADE[name] ?? name.toLowerCase());
}

/** Three strokes: within a day; two: within a week; one: older. The words say when. */
export function fresh(instant, reference, zone) {
  const strokes = freshness(instant, reference);
  return h('span', { class: `fresh f${strokes}`, title: `Last report taken in: ${both(instant, zone)}` },
    s('svg', { viewBox: '0 0 12 12', 'aria-hidden': 'true' },
      [0, 1, 2].map((i) => s('rect', { x: i * 4 + 0.5, y: 8 - i * 3, width: 3, height: 4 + i * 3, class: i < strokes ? 'full' : 'faint' }))),
    h('time', { datetime: instant }, ago(instant, reference, zone)));
}

/** Solid up to the low, pale up to the high, a stroke at the best; fading out where nothing bounds it. */
export function bar({ low, best, high }, most) {
  const share = (n) => `${Math.min(100, (100 * n) / Math.max(most, 1))}%`;
  return h('div', { class: `bar${high === null ? ' open' : ''}`, 'aria-hidden': 'true',
    vars: { '--low': share(low), '--best': share(best), '--high': share(high ?? most) } },
    h('i', { class: 'sure' }), h('i', { class: 'span' }), h('i', { class: 'best' }));
}

/** The number on a bar's scale that stands at its end. */
export const scale = (tallies) => 1.12 * Math.max(1, ...tallies.map((t) => t.high ?? t.best));

/** The number itself; opens what it stands on. */
export function number(tally, party, open) {
  const said = `${subject(tally)}, ${party}: ${range(tally)}, ${GRADE[tally.grade]}`;
  return h('button', { type: 'button', class: `number ${tally.grade.toLowerCase()}`, 'aria-haspopup': 'dialog',
    'data-key': keyOf(tally), 'aria-label': `${said}. Open what it stands on`, on: { click: () => open(tally) } }, first(tally));
}

export const keyOf = (t) => [t.party, t.measure, t.item ?? '', t.status, t.place ?? ''].join('|');

/** More than any one claimant says: a sum over days, places, kinds of people or parties. */
const summed = (tally) => tally.claimants.every((c) => c.best < tally.best);

/** All that is said beside a number. */
export function beside(tally, context) {
  return [
    h('span', { class: 'range' }, range(tally)),
    h('span', { class: 'says' }, summed(tally) ? 'adds up its parts, by ' : 'says ', h('bdi', {}, speakers(tally.claimants))),
    h('span', { class: 'signs' }, grade(tally.grade), h('span', { class: 'origins' }, many(tally.origins, 'origin')),
      fresh(tally.asOf, context.reference, context.zone)),
  ];
}
