/** The page: asks for what the address says, shows it, and keeps it fresh. */

import { all, ask } from './api.js';
import { h } from './dom.js';
import { contextOf, load } from './context.js';
import { change, onChange, state } from './state.js';
import { showChoosers } from './choosers.js';
import { showHeadline } from './headline.js';
import { showTime } from './time.js';
import { showToll } from './toll.js';
import { showChanges } from './changes.js';
import { showVoices } from './voices.js';
import { showSeries } from './series.js';
import { showMap } from './map.js';
import { showReports } from './reports.js';
import { showCoverage } from './coverage.js';
import { showAlerts } from './alerts.js';
import { explain } from './explain.js';
import { keepFresh } from './live.js';
import { keepPlaying } from './playing.js';
import { themeSwitch } from './theme.js';

const at = (id) => document.getElementById(id);
let running = new AbortController();

async function show() {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  try {
    const conflicts = await all('conflicts', {}, signal);
    if (!conflicts.some((c) => c.id === state().conflict)) return change({ conflict: await busiest(conflicts, signal) }, true);
    const context = contextOf(await load(state(), signal), (tally, seen) => explain(at('explain'), tally, seen));
    at('trouble').replaceChildren();
    showChoosers(at('choosers'), conflicts, context);
    showHeadline(at('headline'), context);
    showTime(at('time'), context);
    showToll(at('toll'), context);
    showVoices(at('voices'), context);
    document.body.classList.toggle('past', Boolean(context.state.asOf));
    part('changes', 'What changed', showChanges, context, signal);
    await Promise.all([
      part('alerts', 'Alerts', showAlerts, context, signal),
      part('series', 'Over time', showSeries, context, signal),
      part('map', 'Where', showMap, context, signal),
      part('reports', 'Reports', showReports, context, signal),
      part('coverage', 'Who is heard', showCoverage, context, signal),
    ]);
    document.body.dataset.shown = String(Number(document.body.dataset.shown ?? 0) + 1);
  } catch (problem) {
    if (!signal.aborted) trouble(problem);
  }
}

/** A part that fails says so in its own place; the others stand. */
async function part(id, title, shows, context, signal) {
  try {
    await shows(at(id), context, signal);
  } catch (problem) {
    if (signal.aborted) return;
    delete at(id).dataset.made;
    at(id).replaceChildren(h('h2', { id: `${id}-title` }, title), h('p', { class: 'trouble' }, problem.message));
  }
}

/** Where the newest report is. */
async function busiest(conflicts, signal) {
  const newest = await Promise.all(conflicts.map(async (c) => {
    const { items } = await ask('tallies', { conflict: c.id, window: 'episode', limit: 1000 }, signal);
    return { id: c.id, at: Math.max(0, ...items.map((t) => Date.parse(t.asOf))) };
  }));
  return newest.reduce((a, b) => (b.at > a.at ? b : a)).id;
}

function trouble(problem) {
  at('trouble').replaceChildren(h('p', { class: 'trouble' }, `Cannot show this now: ${problem.message}`),
    h('button', { type: 'button', on: { click: show } }, 'Try again'));
}

themeSwitch(at('theme'));
const listen = keepFresh(at('live'), show);
onChange(() => { listen(); show(); });
keepPlaying(at('playing')).then(show);
