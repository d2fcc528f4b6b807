/** One sentence on what is looked at, and how old it is. */

import { h, put } from './dom.js';
import { ago, both } from './times.js';

export function showHeadline(place, context) {
  const { conflict, windowName, span, newest, zone, state } = context;
  put(place, [conflict.id, windowName, span, newest, context.minute, state.asOf], () => [
    h('h1', {}, windowName || conflict.name),
    h('p', { class: 'of' }, [windowName && conflict.name, span].filter(Boolean).join(' · '),
      newest ? [' · ', h('span', { class: 'newest' }, 'last report ', h('time', { datetime: new Date(newest).toISOString() },
        `${ago(newest, context.reference, zone)}${context.reference - newest < 14 * 86_400_000 ? `, ${both(newest, zone)}` : ''}`))] : null),
  ]);
  document.title = `${windowName || conflict.name} – Tollwatch`;
}
