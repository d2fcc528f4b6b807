/** Where: figures that name a place, on outlines of the countries. */

import { h, put, s } from './dom.js';
import { all } from './api.js';
import { select } from './choosers.js';
import { change } from './state.js';
import { exports } from './exports.js';
import { incidentList, incidentsOf } from './incidents.js';
import { rings } from './topology.js';
import { linear } from './scales.js';
import { MEASURES, first, measure, range } from './words.js';
import { number, beside } from './figure.js';

const HEIGHT = 380;
const LEAST_SPAN = 0.9;
const MOST_NAMES = 24;
let outlines;

export async function showMap(place, context, signal) {
  const placed = context.tallies.filter((t) => t.place && t.party === '*' && t.status === 'ANY');
  const chosen = placed.some((t) => t.measure === context.state.measure) ? context.state.measure
    : MEASURES.find((m) => placed.some((t) => t.measure === m));
  const own = placed.filter((t) => t.measure === chosen).sort((a, b) => b.best - a.best);
  const places = own.length ? await all(`conflicts/${context.conflict.id}/places`, {}, signal) : [];
  const incidents = own.length ? await incidentsOf(context, chosen, signal) : { more: false, items: [] };
  outlines ??= own.length ? await land(signal) : undefined;
  put(place, [own, incidents, chosen, context.params, place.clientWidth, context.minute], () => [
    h('div', { class: 'title' }, h('h2', { id: 'map-title' }, 'Where'), chosen && h('label', {}, h('span', { class: 'unseen' }, 'Measure'),
      select('map-measure', chosen, MEASURES.filter((m) => placed.some((t) => t.measure === m)).map((m) => [m, measure(m)]),
        (m) => change({ measure: m }, true)))),
    own.length ? [drawn(own, places, Math.max(300, place.clientWidth), context), list(own, context),
      exports('Figures by place', 'tallies', { ...context.params, measure: chosen }, ['geojson']), incidentList(incidents, context)]
      : h('p', { class: 'none' }, 'No figure of this window names a place.'),
  ]);
}

async function land(signal) {
  const answer = await fetch('web/map/countries.json', { signal });
  return rings(await answer.json());
}

function drawn(tallies, places, width, context) {
  const known = new Map(places.filter((p) => p.lat !== undefined).map((p) => [p.name, p]));
  const seen = tallies.filter((t) => known.has(t.place)).map((t) => ({ t, ...known.get(t.place) }));
  if (seen.length === 0) return h('p', { class: 'none' }, 'Where these places lie is not known.');
  const to = projection(seen, width);
  const most = Math.max(...seen.map((p) => p.t.best), 1);
  return s('svg', { class: 'map', viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, role: 'group', 'aria-label': 'Map; the list below it has the same figures' },
    s('path', { class: 'land', d: path(to, width) }),
    landmarks(places, seen, to, width),
    spots(seen, to, most, context));
}

/** Other known places, to find one's way; not so many that they hide the figures. */
function landmarks(places, seen, to, width) {
  const taken = seen.map((p) => to(p.lon, p.lat));
  const free = ([x, y]) => x > 10 && x < width - 80 && y > 14 && y < HEIGHT - 8
    && taken.every(([a, b]) => Math.abs(a - x) > 110 || Math.abs(b - y) > 34);
  return places.filter((p) => p.lat !== undefined).map((p) => {
    const at = to(p.lon, p.lat);
    if (taken.length > MOST_NAMES || !free(at)) return null;
    taken.push(at);
    return s('g', { class: 'landmark', 'aria-hidden': 'true' }, s('circle', { cx: at[0], cy: at[1], r: 2 }), s('text', { x: at[0] + 5, y: at[1] + 4 }, p.name));
  });
}

/** Mercator, around what is to be seen. */
function projection(seen, width) {
  const north = (lat) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * (180 / Math.PI);
  const xs = seen.map((p) => p.lon);
  const ys = seen.map((p) => north(p.lat));
  const middle = (all) => (Math.min(...all) + Math.max(...all)) / 2;
  const wide = Math.max(LEAST_SPAN, 1.5 * (Math.max(...xs) - Math.min(...xs)), (1.5 * (Math.max(...ys) - Math.min(...ys)) * width) / HEIGHT);
  const unit = width / wide;
  const x = linear(0, 1, width / 2 - middle(xs) * unit, width / 2 - middle(xs) * unit + unit);
  const y = linear(0, 1, HEIGHT / 2 + middle(ys) * unit, HEIGHT / 2 + middle(ys) * unit - unit);
  return (lon, lat) => [x(lon), y(north(Math.max(-85, Math.min(85, lat))))];
}

function path(to, width) {
  const near = ([x, y]) => x > -width && x < 2 * width && y > -HEIGHT && y < 2 * HEIGHT;
  return outlines.map((ring) => ring.map(([lon, lat]) => to(lon, lat)))
    .filter((ring) => ring.some(near) || around(ring, width))
    .map((ring) => `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`).join('');
}

/** A country may lie around the whole map with its border far outside. */
function around(ring, width) {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  return Math.min(...xs) < 0 && Math.max(...xs) > width && Math.min(...ys) < 0 && Math.max(...ys) > HEIGHT;
}

/** The larger first, so that the smaller lie above; a name is left out where another stands, the list has it. */
function spots(seen, to, most, context) {
  const named = [];
  return seen.map((p) => {
    const [x, y] = to(p.lon, p.lat);
    const free = named.every(([a, b]) => Math.abs(a - x) > 120 || Math.abs(b - y) > 30);
    if (free) named.push([x, y]);
    return spot(p.t, x, y, 5 + 17 * Math.sqrt(p.t.best / most), free, context);
  });
}

function spot(t, x, y, radius, named, context) {
  const open = () => context.open(t);
  return s('g', { class: `spot ${t.grade.toLowerCase()}`, role: 'button', tabindex: 0, 'aria-label': `${t.place}: ${range(t)}`, 'data-key': t.place,
    on: { click: open, keydown: (e) => { if (e.key === 'Enter' || e.key === ' ') { e.preventDefault(); open(); } } } },
    s('circle', { cx: x, cy: y, r: radius }),
    named && [s('text', { x: x + radius + 5, y: y - 1 }, t.place), s('text', { class: 'n', x: x + radius + 5, y: y + 13 }, first(t))],
    s('title', {}, `${t.place}: ${range(t)}`));
}

function list(tallies, context) {
  return h('details', {}, h('summary', {}, 'The same as a list'), h('ul', { class: 'places' }, tallies.map((t) =>
    h('li', {}, h('b', {}, t.place), ' ', number(t, t.place, context.open), ' ', beside(t, context)))));
}
