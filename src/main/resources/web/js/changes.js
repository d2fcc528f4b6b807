/** What changed, and by what: in the day before the moment looked at, or since a past moment. */

import { h, put } from './dom.js';
import { ask } from './api.js';
import { quote } from './quote.js';
import { CAUSE, GRADE, count, first, many, range, status, subject } from './words.js';
import { both, minute } from './times.js';

const DAY = 86_400_000;
const MINUTE = 60_000;
const SHOWN = 5;
const PAGE = 100;
const WAIT = 20;
const MOST_HELD = 40;

export async function showChanges(place, context, signal) {
  const after = context.state.asOf ? context.reference : Math.min(context.reference, context.known[1] || context.reference);
  const before = after - DAY;
  if (!place.firstChild) place.append(h('h2', { id: 'changes-title' }, 'What changed'), h('p', { class: 'none' }, 'Comparing …'));
  const recent = await between(before, after, context);
  const since = context.state.asOf ? await between(after, null, context) : null;
  if (signal.aborted) return;
  put(place, [recent, since, before, context.minute], () => [
    h('h2', { id: 'changes-title' }, 'What changed'),
    h('h3', {}, lastDay(after, context)),
    list(recent, context, 'No figure of this window changed.'),
    since && [h('h3', {}, `Since then, until ${minute(Math.max(context.known[1], after), context.zone)}`), list(since, context, 'Nothing has changed since.')],
  ]);
}

function lastDay(after, { zone, wall, state }) {
  const quiet = !state.asOf && wall - after > DAY;
  return quiet ? `Nothing new since ${minute(after, zone)}; in the 24 hours before:` : `In the 24 hours to ${both(after, zone)}`;
}

const asked = new Map();

/**
 * The same question waits for the answer that is under way, and is asked anew only after a while: comparing two moments
 * of a large ledger is the dearest thing this page asks for.
 */
function between(before, after, { params, state }) {
  const { conflict, window, from, to, policy } = params;
  const question = { conflict, window, from, to, policy, since: iso(before), asOf: after && iso(after) };
  const key = JSON.stringify(state.asOf ? question : { ...question, since: null, asOf: null });
  const held = asked.get(key);
  if (held && !(held.took !== null && Date.now() > held.at + Math.max(MINUTE, WAIT * held.took))) return held.answer;
  const entry = { at: Date.now(), took: null, answer: page(question, 0) };
  entry.answer.then(() => { entry.took = Date.now() - entry.at; }, () => asked.delete(key));
  asked.set(key, entry);
  if (asked.size > MOST_HELD) asked.delete(asked.keys().next().value);
  return entry.answer;
}

/** What changed comes page by page: a large ledger may have thousands of changes, and each wants its causes looked up. */
async function page(question, offset) {
  const { items, next } = await ask('diff', { ...question, limit: PAGE, offset: offset || undefined });
  return { items, next: next === undefined ? null : () => page(question, next) };
}

const iso = (moment) => new Date(moment).toISOString();

/** What the same claims changed is told once: the whole before its parts, the larger step first. */
function list({ items: changes, next }, context, otherwise) {
  if (changes.length === 0) return h('p', { class: 'none' }, otherwise);
  const groups = grouped(changes).map((g) => item(g, context));
  const items = h('ol', { class: 'changes' }, groups.slice(0, SHOWN));
  return [items, further(items, groups.slice(SHOWN), next, context)];
}

/** Shows the rest of this page, then asks for the next. */
function further(items, rest, next, context) {
  if (rest.length === 0 && !next) return null;
  const label = rest.length === 0 ? 'More changes' : `${many(rest.length, 'more change')}${next ? ', and others' : ''}`;
  const button = h('button', { type: 'button', class: 'more', on: { click: async () => {
    button.disabled = true;
    try {
      const page = rest.length > 0 ? { items: [], next } : await next();
      items.append(...rest, ...grouped(page.items).map((g) => item(g, context)));
      const after = further(items, [], page.next, context);
      if (after) button.replaceWith(after); else button.remove();
    } catch {
      button.textContent = 'Not answered; ask again';
      button.disabled = false;
    }
  } } }, label);
  return button;
}

function grouped(changes) {
  const weight = (c) => (c.place ? 4 : 0) + (c.status === 'ANY' ? 0 : 2) + (c.party === '*' ? 1 : 0);
  const step = (c) => Math.abs((c.after?.best ?? 0) - (c.before?.best ?? 0));
  const groups = new Map();
  for (const c of [...changes].sort((a, b) => weight(a) - weight(b) || step(b) - step(a))) {
    const newest = newestOf(c.causes[0]);
    const key = `${c.measure}|${c.item ?? ''}|${c.causes[0]?.kind}|${newest?.quote}|${newest?.report}`;
    groups.set(key, [...(groups.get(key) ?? []), c]);
  }
  return [...groups.values()];
}

function item([c, ...likewise], context) {
  return h('li', {}, h('p', { class: 'step' }, step(c, context)), c.causes.slice(0, 2).map(because),
    likewise.length > 0 && h('p', { class: 'also' }, 'Also ', likewise.slice(0, 4).map((o, i) => [i ? '; ' : '',
      [status(o.status), o.place, o.party === c.party ? '' : context.nameOf(o.party)].filter(Boolean).join(', ') || subject(o),
      ` ${o.before ? first(o.before) : 'no figure'} → ${o.after ? first(o.after) : 'no figure'}`]),
    likewise.length > 4 ? ` and ${likewise.length - 4} more` : ''));
}

function step(c, context) {
  const rise = c.before && c.after ? c.after.best - c.before.best : 0;
  const [was, is] = told(c.before, c.after);
  return [h('span', { class: 'was' }, was), h('span', { 'aria-label': 'to', role: 'img' }, '→'), h('b', { title: c.after && range(c.after) }, is),
    rise !== 0 && h('span', { class: 'by' }, `${rise > 0 ? '+' : '−'}${count(Math.abs(rise))}`),
    h('span', { class: 'what' }, `${subject(c)}, `, h('bdi', {}, context.nameOf(c.party)))];
}

/** By the first thing in which they differ: the number, the range, the grade. */
function told(before, after) {
  if (!before || !after) return [before, after].map((t) => (t ? first(t) : 'no figure'));
  const ways = [first, range, (t) => `${first(t)}, ${GRADE[t.grade]}`];
  const way = ways.find((w) => w(before) !== w(after));
  return way ? [way(before), way(after)] : [first(before), `${first(after)}, by others too`];
}

const newestOf = (cause) => [...(cause?.claims ?? [])].sort((a, b) => b.publishedAt.localeCompare(a.publishedAt))[0];

function because(cause) {
  const newest = newestOf(cause);
  return h('div', { class: 'cause' },
    h('span', { class: `kind ${cause.kind.toLowerCase()}` }, CAUSE[cause.kind] ?? cause.kind.toLowerCase()),
    newest && [quote(newest), h('span', { class: 'source' }, h('bdi', {}, newest.claimant), ', in ', h('bdi', {}, newest.source ?? '')),
      cause.claims.length > 1 && h('span', { class: 'source' }, ` and ${many(cause.claims.length - 1, 'other claim')}`)]);
}
