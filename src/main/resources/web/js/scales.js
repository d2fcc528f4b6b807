/** Scales of a chart. */

const STEPS = [1, 2, 2.5, 5, 10];

/** From a value to a place on paper. */
export function linear(from, to, start, end) {
  return (value) => start + ((value - from) / (to - from || 1)) * (end - start);
}

/** Round numbers from 0 up to the most, about so many. */
export function ticks(most, about = 4) {
  const rough = Math.max(1, most / about);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, power * STEPS.find((s) => s * power >= rough));
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step);
}
