/** The figures of a series: the range of each window as a band, its best as a stroke, claimants as lines. */

import { s } from './dom.js';
import { linear, ticks } from './scales.js';
import { count } from './words.js';
import { date } from './times.js';

const HEIGHT = 280;
const DAY = 86_400_000;
const MOST_DOTS = 120;
/** How wide a date is below the axis. */
const LABEL = 84;
const EDGE = { top: 14, right: 12, bottom: 26, left: 52 };

/**
 * One stop of the keyboard: the arrow keys go from window to window, and what each says is told as the value of a slider.
 *
 * @param items tallies in the order of their windows; where one is missing there is a gap, never a zero
 * @param picked told which item is pointed at or gone to, and whether it is to be opened
 * @param said what an item says, in words
 */
export function chart(items, claimants, width, picked, said) {
  const at = items.map((t) => [day(t.window.from), day(t.window.to)]);
  const most = 1.1 * Math.max(1, ...items.map((t) => t.high ?? t.best), ...items.flatMap((t) => t.claimants.map((c) => c.high ?? c.best)));
  const x = linear(at[0][0], at.at(-1)[1], EDGE.left, width - EDGE.right);
  const y = linear(0, most, HEIGHT - EDGE.bottom, EDGE.top);
  const windows = items.map((t, i) => window_(t, at[i], x, y, picked));
  return s('svg', { class: 'chart', viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, 'data-key': 'chart', ...stops(items, windows, picked, said) },
    s('defs', {}, s('linearGradient', { id: 'fade', x1: 0, x2: 0, y1: 0, y2: 1 },
      s('stop', { offset: 0, class: 'fade-end' }), s('stop', { offset: 1, class: 'fade-start' }))),
    axes(x, y, most, at, width), windows, lines(items, claimants, at, x, y));
}

const STEPS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 7, PageDown: -7, Home: -Infinity, End: Infinity };

/** What makes it a slider over the windows, which begins at the last. */
function stops(items, windows, picked, said) {
  const last = items.length - 1;
  let now = last;
  const tell = (chart) => {
    windows.forEach((w, i) => w.classList.toggle('at', i === now));
    chart.setAttribute('aria-valuenow', now + 1);
    chart.setAttribute('aria-valuetext', said(items[now]));
    picked(items[now]);
  };
  const keydown = (event) => {
    if (event.key === 'Enter' || event.key === ' ') picked(items[now], true);
    else if (event.key in STEPS) {
      now = Math.max(0, Math.min(last, now + STEPS[event.key]));
      tell(event.currentTarget);
    } else return;
    event.preventDefault();
  };
  return { tabindex: 0, role: 'slider', 'aria-orientation': 'horizontal', 'aria-valuemin': 1, 'aria-valuemax': last + 1, 'aria-valuenow': last + 1, 'aria-valuetext': said(items[last]),
    'aria-label': 'Figures over time; arrow keys go from one to the next, Enter opens what it stands on; the table below has the same',
    on: { keydown, focus: (event) => tell(event.currentTarget), blur: () => windows.forEach((w) => w.classList.remove('at')) } };
}

const day = (text) => new Date(text.length === 10 ? `${text}T00:00:00Z` : text).getTime();

function axes(x, y, most, at, width) {
  const [first, last] = [at[0][0], at.at(-1)[1]];
  const step = DAY * Math.max(1, Math.ceil((last - first) / DAY / Math.max(2, Math.min(8, Math.floor(width / 130)))));
  const days = Array.from({ length: Math.ceil((last - first) / step) }, (_, i) => first + i * step);
  return s('g', { class: 'axes', 'aria-hidden': 'true' },
    ticks(most).map((n) => [s('line', { x1: EDGE.left, x2: width - EDGE.right, y1: y(n), y2: y(n) }),
      s('text', { x: EDGE.left - 8, y: y(n) + 4, 'text-anchor': 'end' }, count(n))]),
    days.filter((moment) => x(moment) <= width - LABEL).map((moment) => s('text', { x: x(moment), y: HEIGHT - 8 }, date(new Date(moment).toISOString().slice(0, 10)))));
}

function window_(t, [from, to], x, y, picked) {
  const left = x(from) + 0.5;
  const wide = Math.max(2, x(to) - x(from) - 1);
  const top = t.high === null ? EDGE.top : y(t.high);
  const tell = () => picked(t);
  return s('g', { class: `window ${t.grade.toLowerCase()}`, on: { mouseenter: tell, click: () => picked(t, true) } },
    s('rect', { class: 'hit', x: left, y: EDGE.top, width: wide, height: HEIGHT - EDGE.bottom - EDGE.top }),
    s('rect', { class: t.high === null ? 'band open' : 'band', x: left, y: top, width: wide, height: Math.max(2, y(t.low) - top), fill: t.high === null ? 'url(#fade)' : null }),
    s('rect', { class: 'sure', x: left, y: y(t.low), width: wide, height: Math.max(0, y(0) - y(t.low)) }),
    s('line', { class: 'best', x1: left, x2: left + wide, y1: y(t.best), y2: y(t.best) }));
}

/** A claimant's line is broken where it says nothing. */
function lines(items, claimants, at, x, y) {
  return claimants.map((name, i) => {
    const points = items.map((t, k) => [t.claimants.find((c) => c.name === name), (x(at[k][0]) + x(at[k][1])) / 2, at[k]]);
    let path = '';
    let end = null;
    for (const [c, middle, [from, to]] of points) {
      if (!c) continue;
      path += `${end === from ? 'L' : 'M'}${middle.toFixed(1)} ${y(c.best).toFixed(1)}`;
      end = to;
    }
    return s('g', { class: `voice v${i % 6}`, 'aria-hidden': 'true' }, s('path', { d: path }),
      points.length <= MOST_DOTS && points.filter(([c]) => c).map(([c, middle]) => s('circle', { cx: middle, cy: y(c.best), r: 2.6 })));
  });
}
