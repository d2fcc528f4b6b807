/** Single incidents of the window, newest first. */

import { h } from './dom.js';
import { all, ask } from './api.js';
import { openClaims } from './explain.js';
import { exports } from './exports.js';
import { first, many, measure, range } from './words.js';
import { day, isoDate } from './times.js';

const SHOWN = 8;
const DAY = 86_400_000;

export async function incidentsOf(context, chosen, signal) {
  const { window, zone } = context;
  if (!window.from || window.from.length !== 10) return { more: false, items: [] };
  const question = { conflict: context.conflict.id, measure: chosen, from: window.from, to: window.to, asOf: context.state.asOf };
  const { items, next } = await ask('incidents', question, signal);
  return { question, more: next !== undefined, items: items.map((i) => ({ ...i, when: day(i.from, zone) })) };
}

export function incidentList({ items: incidents, more: others, question }, context) {
  if (incidents.length === 0) return null;
  const list = h('ul', { class: 'places' }, incidents.slice(0, SHOWN).map((i) => line(i, context)));
  const rest = incidents.slice(SHOWN);
  const more = rest.length > 0 && h('button', { type: 'button', class: 'more', on: { click: () => {
    list.append(...rest.map((i) => line(i, context)));
    more.remove();
  } } }, many(rest.length, 'more incident'));
  return [h('h3', {}, others ? `The newest ${incidents.length} incidents` : many(incidents.length, 'incident')), list, more,
    exports('These incidents', 'incidents', question, ['geojson', 'csv', 'jsonl'])];
}

function line(i, context) {
  return h('li', {}, h('span', { class: 'when' }, i.when), ' ', h('b', {}, i.place.name), ' ',
    h('span', { title: range(i) }, `${first(i)} ${measure(i.measure).toLowerCase()}, `), h('bdi', {}, context.nameOf(i.party)),
    ' ', h('button', { type: 'button', class: 'link', 'aria-haspopup': 'dialog', 'data-key': `incident ${i.incident}`,
      'aria-label': `${i.when}, ${i.place.name}, ${range(i)}: ${many(i.claims.length, 'claim')} and their words`,
      on: { click: () => openClaims(`${i.place.name}, ${i.when}`, () => claimsOf(i, context), i.measure, context) } }, many(i.claims.length, 'claim')));
}

/** Those of the place and the time that the incident names, as they were known at the moment looked at. */
async function claimsOf(incident, context) {
  const { conflict, zone, state } = context;
  const question = { conflict: conflict.id, measure: incident.measure, from: isoDate(incident.from, zone), to: isoDate(dayAfter(incident.to), zone), asOf: state.asOf };
  const own = new Set(incident.claims);
  return (await all('claims', question)).filter((c) => own.has(c.claim));
}

const dayAfter = (instant) => new Date(new Date(instant).getTime() + DAY).toISOString();
