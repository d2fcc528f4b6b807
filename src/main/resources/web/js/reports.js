/** The stream of reports, newest first, with the words that claims were read from. */

import { h, put } from './dom.js';
import { ask } from './api.js';
import { exports } from './exports.js';
import { excerpts, openReport } from './report.js';
import { languageName, many } from './words.js';
import { ago, both } from './times.js';

const PAGE = 8;
const fetched = new Map();

export async function showReports(place, context, signal) {
  const question = { conflict: context.conflict.id, asOf: context.state.asOf, limit: PAGE };
  const page = await ask('reports', question, signal);
  put(place, [page, context.params, context.minute], () => {
    const list = h('ol', { class: 'reports' }, page.items.map((r) => item(r, context)));
    return [h('h2', { id: 'reports-title' }, 'Reports'),
      page.items.length ? list : h('p', { class: 'none' }, 'No report.'), older(list, page.next, question, context),
      page.items.length > 0 && [exports('All reports', 'reports', { conflict: question.conflict, asOf: question.asOf }, ['csv', 'jsonl']),
        exports('Claims of this window', 'claims', claimsOf(context))]];
  });
}

/** Those about the time that is looked at. */
function claimsOf({ conflict, state, window: { from, to } }) {
  return { conflict: conflict.id, asOf: state.asOf, from: plain(from), to: plain(to) };
}

/** A time of the conflict's zone, without its offset. */
function plain(time) {
  return time?.slice(0, 16);
}

function older(list, next, question, context) {
  if (!next) return null;
  const button = h('button', { type: 'button', class: 'more', on: { click: async () => {
    const page = await ask('reports', { ...question, before: next, limit: 5 * PAGE });
    list.append(...page.items.map((r) => item(r, context)));
    button.replaceWith(older(list, page.next, question, context) ?? '');
  } } }, 'Older reports');
  return button;
}

function item(report, context) {
  const words = h('div', { class: 'excerpts' });
  const entry = h('li', {},
    h('h3', {}, h('button', { type: 'button', class: 'headline', lang: report.language, dir: 'auto', 'aria-haspopup': 'dialog', 'data-key': report.id,
      on: { click: () => openReport(report.id, context) } }, report.title || report.id)),
    h('p', { class: 'source' }, h('bdi', {}, report.source), ` · ${languageName(report.language)} · `,
      h('time', { datetime: report.publishedAt, title: both(report.publishedAt, context.zone) }, ago(report.publishedAt, context.reference, context.zone)),
      ` · ${report.claims ? many(report.claims, 'claim') : 'no claim'}`), words);
  if (report.claims > 0) whenSeen(entry, () => fill(words, report));
  return entry;
}

/** A text is asked for only once, and only when it is looked at. */
async function fill(place, report) {
  try {
    if (!fetched.has(report.id)) fetched.set(report.id, ask(`reports/${encodeURIComponent(report.id)}`));
    place.replaceChildren(...excerpts(await fetched.get(report.id)));
  } catch {
    fetched.delete(report.id);
  }
}

function whenSeen(element, act) {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((e) => e.isIntersecting)) return;
    observer.disconnect();
    act();
  }, { rootMargin: '200px' });
  observer.observe(element);
}
