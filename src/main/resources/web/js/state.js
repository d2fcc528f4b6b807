/** What is looked at: kept in the address, so that it can be sent to a colleague. */

const NAMES = ['conflict', 'window', 'from', 'to', 'asOf', 'party', 'measure', 'status', 'item', 'by'];
const listeners = [];

export function state() {
  const query = new URLSearchParams(location.search);
  return Object.fromEntries(NAMES.map((name) => [name, query.get(name) ?? '']));
}

/** Changes some of it; `replace` leaves no step in the history, for what is dragged. */
export function change(patch, replace = false) {
  const next = { ...state(), ...patch };
  const query = new URLSearchParams();
  for (const name of NAMES) if (next[name]) query.set(name, next[name]);
  const address = `${location.pathname}?${query}`;
  if (replace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  listeners.forEach((listener) => listener());
}

export function onChange(listener) {
  listeners.push(listener);
}

addEventListener('popstate', () => listeners.forEach((listener) => listener()));
