/** Questions to the service. */

const PATIENCE = 30;

/** What the service says when it cannot answer. */
export class Problem extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

/** Where a question is asked; parameters without a value are left out. */
export function address(path, parameters = {}) {
  const url = new URL(`api/v1/${path}`, document.baseURI);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== '') url.searchParams.set(name, value);
  }
  return url;
}

/** The answer to one question. */
export async function ask(path, parameters = {}, signal = undefined) {
  const url = address(path, parameters);
  for (let attempt = 1; ; attempt++) {
    const answer = await fetch(url, { signal, cache: 'no-cache' });
    if (answer.ok) return answer.json();
    const problem = await answer.json().catch(() => ({}));
    if (answer.status !== 503 || attempt === PATIENCE) throw new Problem(answer.status, problem.detail ?? answer.statusText);
    await pause(1000 * Number(answer.headers.get('Retry-After') ?? 1), signal);
  }
}

/** All items of a list, page by page. */
export async function all(path, parameters = {}, signal = undefined) {
  const items = [];
  for (let offset = 0; offset !== undefined; ) {
    const page = await ask(path, { ...parameters, limit: 1000, offset: offset || undefined }, signal);
    items.push(...page.items);
    offset = page.next;
  }
  return items;
}

function pause(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => { clearTimeout(timer); reject(signal.reason); }, { once: true });
  });
}
