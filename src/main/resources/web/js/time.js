/** The whole page as of a past moment. */

import { h, put } from './dom.js';
import { change } from './state.js';
import { both, minute } from './times.js';

const HOUR = 3_600_000;
const STEPS = 400;
let timer;

export function showTime(place, context) {
  const [first, last] = context.known;
  if (!(last > first)) return put(place, 'none');
  const step = Math.max(HOUR, Math.ceil((last - first) / STEPS / HOUR) * HOUR);
  const end = Math.ceil((last - first) / step);
  const at = context.state.asOf ? Math.min(end, Math.round((context.reference - first) / step)) : end;
  return put(place, [first, last, context.state.asOf], () => slider({ first, last, step, end, at }, context));
}

function slider({ first, last, step, end, at }, { zone, state, reference }) {
  const label = h('output', { for: 'moment' }, state.asOf ? `As it was known ${both(reference, zone)}` : 'As it is known now');
  const input = h('input', { type: 'range', id: 'moment', min: 0, max: end, value: at, 'data-key': 'moment',
    'aria-label': 'Moment of knowledge', 'aria-valuetext': label.textContent });
  const moment = () => (Number(input.value) >= end ? '' : new Date(first + Number(input.value) * step).toISOString().replace('.000', ''));
  input.addEventListener('input', () => {
    label.value = moment() ? `As it was known ${both(moment(), zone)}` : 'As it is known now';
    input.setAttribute('aria-valuetext', label.value);
    clearTimeout(timer);
    timer = setTimeout(() => change({ asOf: moment() }, true), 200);
  });
  return [h('div', { class: state.asOf ? 'slider past' : 'slider' },
    h('div', { class: 'line' }, label, state.asOf
      ? h('button', { type: 'button', on: { click: () => change({ asOf: '' }) } }, 'Back to now') : null),
    h('div', { class: 'track' }, h('span', {}, minute(first, zone)), input, h('span', {}, minute(last, zone))))];
}
