/** What the desk's own rules say: what fires now, and what did. */

import { h, put } from './dom.js';
import { ask } from './api.js';
import { first, plain, range, subject } from './words.js';
import { ago, both, isoDate, span } from './times.js';

const SHOWN = 12;

export async function showAlerts(place, context, signal) {
  const told = context.state.asOf ? null : await asked(context.conflict.id, signal);
  place.hidden = told === null;
  if (told === null) return false;
  const sorted = [...told].sort((a, b) => a.state.localeCompare(b.state) || b.at.localeCompare(a.at));
  return put(place, [told, context.minute], () => [h('h2', { id: 'alerts-title' }, 'Alerts'),
    sorted.length ? h('ol', { class: 'alerts' }, sorted.slice(0, SHOWN).map((a) => item(a, context)))
      : h('p', { class: 'none' }, 'No rule has fired.')]);
}

/** Null where nothing is watched: that must not read as if nothing had happened. */
async function asked(conflict, signal) {
  const told = await ask('alerts', { conflict, limit: 200 }, signal);
  return told.watched === false ? null : told.items;
}

/** The number that was told first; then of what and whose, and why. The figure may have grown since: it stands above. */
function item(a, context) {
  const active = a.state === 'active';
  return h('li', { class: active ? 'active' : 'over' },
    h('p', { class: 'line' }, h('span', { class: 'state' }, active ? '▲ active' : '△ over'),
      a.figures && a.window ? [figure(a, context), h('span', { class: 'source' }, 'when told')] : null, h('b', {}, about(a, context)), a.window && h('span', { class: 'window' }, span(datesOf(a.window, context)))),
    h('p', {}, `${a.tier}: ${inTime(a.why, context)}`, a.event === 'correction' && a.before && h('b', {}, `; it was ${range(a.before)}`)),
    h('p', { class: 'source' }, `${a.severity} · ${plain(a.event)} · `, h('time', { datetime: a.at, title: both(a.at, context.zone) }, ago(a.at, context.wall, context.zone)),
      ` · rule ${a.rule}`));
}

/** Whose loss of what; of a silence, who is silent. */
function about(a, { nameOf }) {
  if (a.source) return h('bdi', {}, a.source);
  const whose = h('bdi', {}, nameOf(a.party || '*'));
  return a.measure ? [`${subject(a)}, `, whose] : whose;
}

/** Moments in a sentence of the service are told in the conflict's zone and the viewer's. */
const inTime = (why, { zone }) => why.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (instant) => both(instant, zone));

const datesOf = ({ from, to }, { zone }) => ({ from: isoDate(from, zone), to: isoDate(to, zone) });

function figure(a, context) {
  const tally = { party: a.party || '*', measure: a.measure, item: a.item, status: a.status, place: a.place, ...a.figures };
  return h('button', { type: 'button', class: 'number', 'aria-haspopup': 'dialog', 'data-key': a.id,
    'aria-label': `${range(a.figures)}. Open what it stands on`, on: { click: () => context.open(tally, datesOf(a.window, context)) } }, first(a.figures));
}
