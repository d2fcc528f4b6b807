/** Words of a report, in their own script and direction. */

import { h } from './dom.js';

const SCRIPTS = [
  [/\p{Script=Arabic}/u, 'ar'], [/\p{Script=Thai}/u, 'th'], [/\p{Script=Armenian}/u, 'hy'], [/\p{Script=Hebrew}/u, 'he'],
  [/[іїєґ]/iu, 'uk'], [/\p{Script=Cyrillic}/u, 'ru'], [/[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu, 'vi'], [/[əƏ]/u, 'az'], [/[ğış]/u, 'tr'],
];
const FIGURES = /(\p{Nd}[\p{Nd}.,\u00a0\u202f\u066b\u066c]*\p{Nd}|\p{Nd})/gu;

/** The language as it is told, else as the script shows; none when it may be any. */
export function languageOf(text, told) {
  return told ?? SCRIPTS.find(([script]) => script.test(text))?.[1] ?? null;
}

/** The words a claim stands on, the figures in them marked. */
export function quote(claim) {
  if (!claim.quote) return h('p', { class: 'none' }, 'The words are not kept.');
  return h('blockquote', { lang: languageOf(claim.quote, claim.language), dir: 'auto' }, marked(claim.quote));
}

function marked(text) {
  return text.split(FIGURES).map((piece, i) => (i % 2 ? h('mark', {}, piece) : piece));
}
