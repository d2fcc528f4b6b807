/** Moments in the conflict's zone and the viewer's. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** An episode that has not ended has an end that nobody will see. */
const OPEN_YEAR = 9000;
const viewer = Intl.DateTimeFormat().resolvedOptions().timeZone;

function format(zone, options) {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: zone === 'Z' ? 'UTC' : zone, ...options });
  } catch {
    return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
  }
}

const kept = new Map();
function text(instant, zone, options) {
  const key = zone + JSON.stringify(options);
  if (!kept.has(key)) kept.set(key, format(zone, options));
  return kept.get(key).format(new Date(instant));
}

const ofDay = { day: 'numeric', month: 'short', year: 'numeric' };
const ofMinute = { ...ofDay, hour: '2-digit', minute: '2-digit' };

export const day = (instant, zone) => text(instant, zone, ofDay);
export const minute = (instant, zone) => text(instant, zone, ofMinute);
export const clock = (instant, zone) => text(instant, zone, { hour: '2-digit', minute: '2-digit' });

/** The conflict's time, and the viewer's where it differs. */
export function both(instant, zone) {
  const there = minute(instant, zone);
  const here = minute(instant, viewer);
  if (there === here) return there;
  const brief = day(instant, zone) === day(instant, viewer) ? clock(instant, viewer) : here;
  return `${there} there, ${brief} here`;
}

/** A date of the API, "2020-09-27", or a date and time: as people write it. */
export function date(value) {
  const dated = new Date(value.length === 10 ? `${value}T00:00:00Z` : `${value.slice(0, 16)}:00Z`);
  return value.length === 10 ? day(dated, 'UTC') : minute(dated, 'UTC');
}

/** From and to (exclusive) of a window in writing: the last day inclusive. */
export function span({ from, to }) {
  if (Number(to.slice(0, 4)) >= OPEN_YEAR) return `since ${date(from)}`;
  if (to.length !== 10) return `${date(from)} to ${date(to)}`;
  const last = new Date(new Date(`${to}T00:00:00Z`).getTime() - DAY).toISOString().slice(0, 10);
  return from === last ? date(from) : `${date(from)} to ${date(last)}`;
}

/** How long before the reference; the day when it is long ago. */
export function ago(instant, reference, zone) {
  const passed = reference - new Date(instant).getTime();
  if (passed < 90_000) return 'just now';
  if (passed < 90 * 60_000) return `${Math.round(passed / 60_000)} min ago`;
  if (passed < 2 * DAY) return `${Math.round(passed / HOUR)} h ago`;
  if (passed < 14 * DAY) return `${Math.round(passed / DAY)} days ago`;
  return day(instant, zone);
}

/** 3: within 24 hours; 2: within a week; 1: older. */
export function freshness(instant, reference) {
  const passed = reference - new Date(instant).getTime();
  return passed <= DAY ? 3 : passed <= 7 * DAY ? 2 : 1;
}

/** The date in a zone, as the API takes it. */
export function isoDay(instant, zone) {
  return format(zone, { year: 'numeric', month: '2-digit', day: '2-digit' })
    .formatToParts(new Date(instant))
    .reduce((parts, { type, value }) => ({ ...parts, [type]: value }), {});
}

export function isoDate(instant, zone) {
  const { year, month, day: of } = isoDay(instant, zone);
  return `${year.padStart(4, '0')}-${month}-${of}`;
}
