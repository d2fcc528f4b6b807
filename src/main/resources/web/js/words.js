/** The field's words and numbers as people read them. */

const NUMBER = new Intl.NumberFormat('en-GB');

export const MEASURES = ['KILLED', 'WOUNDED', 'CASUALTIES', 'CAPTURED', 'MISSING', 'EVACUATED', 'DISPLACED', 'IN_DISPLACEMENT', 'STRIKES', 'EQUIPMENT_LOST'];

const MEASURE = {
  KILLED: 'Killed', WOUNDED: 'Wounded', CASUALTIES: 'Killed or wounded', CAPTURED: 'Captured', MISSING: 'Missing',
  EVACUATED: 'Evacuated', DISPLACED: 'Displaced', IN_DISPLACEMENT: 'Living displaced', STRIKES: 'Strikes', EQUIPMENT_LOST: 'Equipment lost',
};
const STATUS = {
  ANY: '', COMBATANT: 'combatants', CIVILIAN: 'civilians', CHILD: 'children', WOMAN: 'women', JOURNALIST: 'journalists',
  HEALTH_WORKER: 'health workers', AID_WORKER: 'aid workers', RESCUER: 'rescuers', UNKNOWN: 'status unknown',
};
export const GRADE = {
  CONFIRMED: 'confirmed', REPORTED: 'reported', CONTESTED: 'contested', CLAIMED: 'claimed by the other side only',
};
export const GRADE_MEANS = {
  CONFIRMED: 'the party itself says so, or two independent claimants do',
  REPORTED: 'claimants speak, but none confirms another',
  CONTESTED: 'the claimants’ ranges do not meet, or the figure rests on a correction',
  CLAIMED: 'only the opponent says so',
};
const SIDE = { SELF: 'own side', ADVERSARY: 'opponent', INDEPENDENT: 'of neither side' };
const STRUCK = { SELF: 'the side that was struck', ADVERSARY: 'the side that struck', INDEPENDENT: 'of neither side' };
export const ROLE = {
  SETS_LOW: 'sets the low', SETS_BEST: 'sets the best', SETS_HIGH: 'sets the high', CONTESTS: 'contests the figure',
  CONTAINED: 'contained in a wider or fresher figure', SET_ASIDE: 'set aside', NOT_COUNTED: 'not counted here',
};
export const REASON = {
  REPEAT: 'the same total again', CONTRADICTED: 'contradicted by what stands', REVISED: 'a later total says otherwise',
  OUTLIER: 'the totals before and after it contradict it', RETRACTED: 'withdrawn', ECHO: 'a copy of another outlet’s report',
  ADVERSARY: 'the opponent’s, while others speak', VAGUER: 'vaguer than another’s', WIDER: 'about more than this',
  NO_NUMBER: 'it has no number',
};
export const CAUSE = {
  NEW: 'new', LATE: 'published late', REVISED: 'revised', RETRACTED: 'withdrawn', RESTARTED: 'the count began anew',
  POLICY: 'another policy',
};
const COVERAGE = { CUMULATIVE: 'running total', INCREMENT: 'increase', INCIDENT: 'one incident', DAY: 'of the day', HISTORICAL: 'past episode' };

export const measure = (name, item) => (MEASURE[name] ?? plain(name)) + (item ? `: ${item}` : '');
export const status = (name) => STATUS[name] ?? plain(name);
export const coverage = (name) => COVERAGE[name] ?? plain(name);
/** Where a claimant stands to the loss; of a strike the loss is not the party's that is counted. */
export const side = (name, of) => (of === 'STRIKES' ? STRUCK : SIDE)[name] ?? plain(name);
const LANGUAGES = new Intl.DisplayNames(['en'], { type: 'language' });
export function languageName(code) {
  try {
    return LANGUAGES.of(code);
  } catch {
    return code || 'language not told';
  }
}
export const plain = (constant) => constant.toLowerCase().replaceAll('_', ' ');
export const count = (number) => NUMBER.format(number);

export function many(number, one, others = `${one}s`) {
  return `${count(number)} ${number === 1 ? one : others}`;
}

/** The number that is said first: the best; a plus where nothing bounds it. */
export const first = (range) => count(range.best) + (range.high === null ? '+' : '');

/** Low and high in words. */
export function range({ low, best, high }) {
  if (high === null) return low === best ? `${count(low)} or more` : `${count(low)} to ${count(best)} or more`;
  return low === high ? `exactly ${count(low)}` : `${count(low)} to ${count(high)}`;
}

/** Who says so, the first few by name. */
export function speakers(claimants, most = 2) {
  const order = ['SELF', 'INDEPENDENT', 'ADVERSARY'];
  const names = [...claimants].sort((a, b) => order.indexOf(a.side) - order.indexOf(b.side) || b.low - a.low).map((c) => c.name);
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} and ${many(names.length - most, 'other')}` : shown;
}

/** The subject of a tally: "Killed, civilians". */
export function subject(tally) {
  return [measure(tally.measure, tally.item), status(tally.status), tally.place].filter(Boolean).join(', ');
}
