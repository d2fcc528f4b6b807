/** Keeps the page fresh, and says whether it is. */

import { state } from './state.js';

const CALM = 1_500;
const CALMER = 4;
const MINUTE = 60_000;
const POLL = 10_000;

/**
 * Shows anew when the service says that something happened, at most every {@link CALM} ms, less often where answers take long; every minute besides, for
 * what is told as "5 min ago". Where there is no stream it asks every few seconds. A page not seen asks for nothing.
 */
export function keepFresh(place, show) {
  let source = null;
  let heard = '';
  let waiting = null;
  let last = Date.now();
  let took = 0;
  let busy = false;

  function soon() {
    waiting ??= setTimeout(() => { waiting = null; now(); }, Math.max(150, last + Math.max(CALM, CALMER * took) - Date.now()));
  }

  async function now() {
    if (busy) return soon();
    if (document.hidden || document.querySelector('dialog[open]')) return;
    busy = true;
    const started = Date.now();
    await show();
    last = Date.now();
    took = last - started;
    busy = false;
  }

  function listen() {
    const { conflict } = state();
    if (document.hidden || !conflict || (source && heard === conflict && source.readyState !== EventSource.CLOSED)) return;
    source?.close();
    heard = conflict;
    source = new EventSource(`api/v1/stream?conflict=${encodeURIComponent(conflict)}`);
    source.addEventListener('open', () => say('live'));
    for (const event of ['tally', 'report']) source.addEventListener(event, soon);
    source.addEventListener('error', () => say('connection lost; what is shown may be old, trying again', true));
  }

  async function poll() {
    listen();
    if (document.hidden || (source?.readyState === EventSource.OPEN && Date.now() - last < MINUTE)) return;
    try {
      const answer = await fetch('readyz');
      if (!answer.ok) return say('catching up', true);
      if (source?.readyState !== EventSource.CONNECTING) say('live');
      now();
    } catch {
      say('no connection; what is shown may be old', true);
    }
  }

  function say(words, lost = false) {
    if (place.textContent !== words) place.textContent = words;
    place.classList.toggle('lost', lost);
  }

  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) return poll();
    source?.close();
    source = null;
  });
  document.getElementById('explain').addEventListener('close', () => { if (Date.now() - last > CALM) now(); });
  setInterval(poll, POLL);
  setTimeout(listen, 0);
  return listen;
}
