/** One report: its text, and in it the words that claims were read from. */

import { h } from './dom.js';
import { ask } from './api.js';
import { languageName, first, many, status, measure } from './words.js';
import { both } from './times.js';

const AROUND = 70;
const EXCERPTS = 2;

/** The whole text in the dialog, its claims marked and listed. */
export async function openReport(id, context) {
  const dialog = document.getElementById('explain');
  const close = h('button', { type: 'button', class: 'close', 'aria-label': 'Close', on: { click: () => dialog.close() } }, '×');
  dialog.replaceChildren(h('header', {}, close, h('h2', { id: 'explain-title' }, 'Report')), h('div', { class: 'body' }, h('p', {}, 'Looking for the text …')));
  if (!dialog.open) dialog.showModal();
  try {
    const report = await ask(`reports/${encodeURIComponent(id)}`);
    dialog.replaceChildren(head(report, close, context), body(report, context));
  } catch (problem) {
    dialog.querySelector('.body').replaceChildren(h('p', { class: 'trouble' }, problem.message));
  }
  close.focus();
}

function head(report, close, context) {
  const link = /^https?:/.test(report.url ?? '');
  return h('header', {}, close, h('h2', { id: 'explain-title', lang: report.language, dir: 'auto' }, report.title || report.id),
    h('p', { class: 'window' }, link ? h('a', { href: report.url, rel: 'noreferrer noopener', target: '_blank' }, report.source) : report.source,
      ` · ${languageName(report.language)} · ${both(report.publishedAt, context.zone)}`,
      report.revision > 1 ? ` · version ${report.revision}, changed ${both(report.revisedAt, context.zone)}` : ''));
}

function body(report, context) {
  const claims = [...report.claims].sort((a, b) => a.start - b.start);
  const text = [...(report.text ?? '')];
  return h('div', { class: 'body' },
    h('div', { class: 'text', lang: report.language, dir: 'auto' }, marked(text, claims, 0, text.length)),
    h('h3', {}, many(claims.length, 'claim'), ' in it'),
    h('ol', { class: 'read' }, claims.map((c) => h('li', {}, h('b', {}, first(c)), ` ${[measure(c.measure, c.item), status(c.status)].filter(Boolean).join(', ')}, `,
      h('bdi', {}, context.nameOf(c.party)), '; says ', h('bdi', {}, c.claimant.name)))));
}

/** The first few claims with the words around them. */
export function excerpts(report) {
  const text = [...(report.text ?? '')];
  const claims = [...report.claims].sort((a, b) => a.start - b.start);
  const shown = [];
  let reached = 0;
  for (const c of claims) {
    if (shown.length === EXCERPTS || c.start < reached) continue;
    const from = Math.max(reached, c.start - AROUND);
    reached = Math.min(text.length, c.end + AROUND);
    shown.push(h('blockquote', { lang: report.language, dir: 'auto' }, from > 0 ? '… ' : '', marked(text, claims, from, reached), reached < text.length ? ' …' : ''));
  }
  return shown;
}

/** Offsets count code points; words that two claims share are marked once. */
function marked(text, claims, from, to) {
  const pieces = [];
  let at = from;
  for (const c of claims) {
    const start = Math.max(at, c.start);
    const end = Math.min(to, c.end);
    if (end <= start) continue;
    pieces.push(text.slice(at, start).join(''), h('mark', {}, text.slice(start, end).join('')));
    at = end;
  }
  return [...pieces, text.slice(at, to).join('')];
}
