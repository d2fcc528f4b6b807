/** Says above everything that this is a replay, and which time it is in it. */

import { h, put } from './dom.js';
import { ask } from './api.js';

const EVERY = 1_000;
let moment = null;

/** What time it is: in a replay that of its reports. */
export const clock = () => moment ?? Date.now();

/** Asks once whether this is a replay; if it is, keeps its time. The first answer comes before anything is shown. */
export async function keepPlaying(place) {
  const replay = await look(place).catch(() => null);
  if (replay) setInterval(() => { if (!document.hidden) look(place).catch(() => {}); }, EVERY);
}

async function look(place) {
  const { replay } = await ask('replay');
  if (!replay) return null;
  moment = replay.at ? Date.parse(replay.at) : 0;
  const at = replay.at ? replay.at.slice(0, 16).replace('T', ' ') : 'the beginning';
  put(place, [replay.name, at, replay.over, replay.reports], () => [h('p', { class: 'playing' },
    h('strong', {}, `Replay ${replay.name}`), `, as of ${at} UTC`,
    replay.over ? ' · all reports are in' : ` · speed ${replay.speed}`, ` · policy ${replay.policy} · ${replay.reports.toLocaleString('en')} reports`)]);
  return replay;
}
