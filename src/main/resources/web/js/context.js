/** What every part of the page needs to know. */

import { Problem, all, ask } from './api.js';
import { clock } from './playing.js';
import { isoDate, span } from './times.js';

const EVERYBODY = '*';

/** Asks for the conflict, its parties and the tallies of the window. */
export async function load(state, signal) {
  const { conflict: id } = state;
  const [conflict, parties, episodic] = await Promise.all([
    ask(`conflicts/${encodeURIComponent(id)}`, {}, signal),
    all(`conflicts/${encodeURIComponent(id)}/parties`, {}, signal),
    all('tallies', { conflict: id, window: 'episode' }, signal),
  ]);
  const episodes = episodesOf(conflict, episodic);
  const asked = windowOf(state, episodes);
  const params = { conflict: id, asOf: state.asOf, ...asked };
  const kept = episodic.filter((t) => t.window.from === asked.from && t.window.to === asked.to);
  const tallies = kept.length > 0 && !state.asOf ? kept : await tallied(params, signal);
  return { state, conflict, parties, episodic, episodes, params, tallies };
}

/** A window that begins only after the moment looked at has no figure yet: that is no mistake. */
async function tallied(params, signal) {
  try {
    return await all('tallies', params, signal);
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 400 && params.asOf) return [];
    throw problem;
  }
}

/** The times of fighting that something is known of, newest first. */
function episodesOf(conflict, tallies) {
  const named = new Map(conflict.episodes.map((e) => [isoDate(e.from, conflict.zone), e.name]));
  const found = new Map(tallies.map((t) => [t.window.from, { from: t.window.from, to: t.window.to, name: named.get(t.window.from) ?? '' }]));
  return [...found.values()].sort((a, b) => b.from.localeCompare(a.from));
}

function windowOf(state, episodes) {
  if (state.window) return { window: state.window };
  if (state.from) return { from: state.from, to: state.to };
  return episodes.length ? { from: episodes[0].from, to: episodes[0].to } : { window: '30d' };
}

/** @param explain opens what a tally stands on */
export function contextOf(loaded, explain) {
  const { state, conflict, parties, episodic, episodes, params, tallies } = loaded;
  const names = new Map(parties.map((p) => [p.id, p.name]));
  const nameOf = (id) => (id === EVERYBODY ? 'All sides' : names.get(id) ?? id ?? 'a party not named');
  const parent = new Map(parties.map((p) => [p.id, p.parent]));
  const nameWithin = (id) => (names.has(parent.get(id)) ? names.get(parent.get(id)) : '');
  const told = [...new Set(tallies.map((t) => t.party))].filter((id) => id !== EVERYBODY && !names.has(id));
  const window = tallies[0]?.window ?? { from: params.from, to: params.to };
  const newest = Math.max(0, ...(state.asOf ? tallies : episodic).map((t) => Date.parse(t.asOf)));
  const wall = clock();
  const context = {
    ...loaded, nameOf, window, newest, wall, zone: conflict.zone, conflict, params,
    parties: [EVERYBODY, ...parties.map((p) => p.id), ...told].map((id) => ({ id, name: nameOf(id), within: nameWithin(id) })),
    reference: state.asOf ? momentOf(state.asOf) : wall,
    minute: Math.floor(wall / 60_000),
    windowName: episodes.find((e) => e.from === window.from && e.to === window.to)?.name ?? '',
    span: window.from ? span({ from: window.from, to: window.to || isoDate(wall, conflict.zone) }) : 'in the last 30 days',
    known: knownIn(window, episodic, conflict),
  };
  return { ...context, open: (tally, other) => explain(tally, other ? within(context, other) : context) };
}

const momentOf = (asOf) => Date.parse(asOf.length === 10 ? `${asOf}T23:59:59Z` : asOf);

/** The same conflict, in another window. */
function within(context, { from, to }) {
  return { ...context, params: { ...context.params, window: undefined, from, to }, span: span({ from, to }) };
}

/** From the beginning of the window to the last report that had to do with it. */
function knownIn(window, tallies, conflict) {
  const own = tallies.filter((t) => t.window.from === window.from && t.window.to === window.to);
  const last = Math.max(0, ...(own.length ? own : tallies).map((t) => Date.parse(t.asOf)));
  const first = conflict.episodes.find((e) => isoDate(e.from, conflict.zone) === window.from)?.from;
  return [first ? Date.parse(first) : Date.parse(window.from ?? ''), last];
}
