/** Which conflict, which window. */

import { h, put } from './dom.js';
import { change } from './state.js';
import { span } from './times.js';

const LAST = [['24h', 'Last 24 hours'], ['7d', 'Last 7 days'], ['30d', 'Last 30 days']];

export function showChoosers(place, conflicts, context) {
  const { state, episodes, window } = context;
  put(place, [conflicts, episodes, state.conflict, window, state.window], () => [
    field('Conflict', select('conflict', context.conflict.id, conflicts.map((c) => [c.id, c.name]),
      (id) => change({ conflict: id, window: '', from: '', to: '', asOf: '', party: '', measure: '', status: '', item: '' }))),
    field('Window', select('window', chosen(context), [
      ...episodes.map((e) => [`${e.from}..${e.to}`, e.name ? `${e.name}, ${span(e)}` : span(e)]), ...LAST, ['own', 'From … to …']], pick)),
    span_(context),
  ]);
}

function chosen({ state, window, episodes }) {
  if (LAST.some(([id]) => id === state.window)) return state.window;
  return episodes.some((e) => e.from === window.from && e.to === window.to) ? `${window.from}..${window.to}` : 'own';
}

function pick(value) {
  if (value === 'own') {
    const from = document.getElementById('from');
    from.closest('.span').classList.add('shown');
    from.focus();
    return;
  }
  const [from, to] = value.split('..');
  change(to ? { window: '', from, to } : { window: value, from: '', to: '' });
}

/** The window by its own dates; the second is the last day, as people say it. */
function span_(context) {
  const { from, to } = context.window;
  const dates = from?.length === 10;
  const start = h('input', { type: 'date', id: 'from', value: dates ? from : null, 'aria-label': 'First day' });
  const end = h('input', { type: 'date', id: 'to', value: dates && to && !to.startsWith('9999') ? shift(to, -1) : null, 'aria-label': 'Last day' });
  return h('form', { class: `span${chosen(context) === 'own' ? ' shown' : ''}`, on: { submit: (event) => {
    event.preventDefault();
    if (!start.value) return start.focus();
    change({ window: '', from: start.value, to: end.value ? shift(end.value, 1) : '' });
  } } }, start, h('span', {}, 'to'), end, h('button', { type: 'submit' }, 'Show'));
}

export function shift(date, days) {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

function field(name, control) {
  return h('label', {}, h('span', {}, name), control);
}

export function select(key, value, options, picked) {
  return h('select', { 'data-key': key, on: { change: (event) => picked(event.target.value) } },
    options.map(([id, name]) => h('option', { value: id, selected: id === value }, name)));
}
