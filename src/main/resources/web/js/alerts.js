/** What the desk's own rules say: what fires now, and what did. */

import { h, put } from './dom.js';
import { Problem, ask } from './api.js';
import { first, plain, range } from './words.js';
import { ago, both, isoDate } from './times.js';

const SHOWN = 12;
let unwatched = false;

export async function showAlerts(place, context, signal) {
  const told = unwatched || context.state.asOf ? null : await asked(context.conflict.id, signal);
  place.hidden = told === null;
  if (told === null) return false;
  const sorted = [...told].sort((a, b) => a.state.localeCompare(b.state) || b.at.localeCompare(a.at));
  return put(place, [told, context.minute], () => [h('h2', { id: 'alerts-title' }, 'Alerts'),
    sorted.length ? h('ol', { class: 'alerts' }, sorted.slice(0, SHOWN).map((a) => item(a, context)))
      : h('p', { class: 'none' }, 'No rule has fired.')]);
}

/** Nothing is watched where the service was started without rules. */
async function asked(conflict, signal) {
  try {
    return (await ask('alerts', { conflict, limit: 200 }, signal)).items;
  } catch (problem) {
    unwatched = problem instanceof Problem && problem.status === 404;
    if (unwatched) return null;
    throw problem;
  }
}

function item(a, context) {
  const active = a.state === 'active';
  return h('li', { class: active ? 'active' : 'over' },
    h('p', { class: 'line' }, h('span', { class: 'state' }, active ? '▲ active' : '△ over'), h('b', {}, a.title),
      h('span', { class: 'source' }, `${a.tier}, ${a.severity}, ${plain(a.event)}`)),
    h('p', {}, a.why), h('p', { class: 'source' }, h('time', { datetime: a.at, title: both(a.at, context.zone) }, ago(a.at, context.wall, context.zone)),
      a.before && `, before: ${range(a.before)}`, ' ', a.figures && a.window && button(a, context)));
}

function button(a, context) {
  const window = { from: isoDate(a.window.from, context.zone), to: isoDate(a.window.to, context.zone) };
  const tally = { party: a.party || '*', measure: a.measure, item: a.item, status: a.status, place: a.place, ...a.figures };
  return h('button', { type: 'button', class: 'link', 'aria-haspopup': 'dialog', 'data-key': a.id, on: { click: () => context.open(tally, window) } },
    `${first(a.figures)}: what it stands on`);
}
