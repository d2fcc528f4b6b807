/** Links to take away what is shown. */

import { h } from './dom.js';
import { address } from './api.js';

const NAMES = { csv: 'CSV', geojson: 'GeoJSON', jsonl: 'JSON lines' };

/** Of a list with these parameters, in each of the formats that it has. */
export function exports(what, path, parameters, formats = ['csv', 'geojson', 'jsonl']) {
  return h('p', { class: 'exports' }, `${what}: `, formats.map((format, i) => [i > 0 && ' · ',
    h('a', { href: address(path, { ...parameters, format }), download: true, 'data-key': `${path}.${format}`,
      'aria-label': `${what} as ${NAMES[format]}` }, NAMES[format])]));
}
