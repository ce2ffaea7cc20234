/** What the queue of unsettled places says and sends, without a page around it. */

/** Longest list of candidates that letters name. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The letter of a candidate: A for the likeliest. */
export function letterOf(index) {
  return LETTERS[index % LETTERS.length];
}

/** The place as it is written: what is told of street, locality and property, in that order. */
export function writtenWords({ text, locality, property }) {
  return [text, locality, property].filter(Boolean).join(', ');
}

/** The candidate a row begins with: the likeliest when it is clearly so, otherwise none. */
export function firstChoice(candidates) {
  const [best, second] = candidates;
  return best && best.score >= 0.6 && (!second || best.score >= 2 * second.score) ? 0 : -1;
}

/** What is sent to settle a row: a candidate by its number, or a place of one's own. */
export function settlement({ candidates, choice, own, precision, sameText }) {
  const place = choice === 'own' ? own : candidates[choice];
  if (!place) return null;
  const whole = choice !== 'own' && precision !== 'address' && place.shape !== null;
  return { lon: place.lon, lat: place.lat, precision, name: place.name ?? '', sameText, ...(whole ? { shape: Number(choice) } : {}) };
}

/** The item whose turn it is when `id` is gone: the one after it, else the one before. */
export function nextAfter(items, id) {
  const at = items.findIndex((item) => item.id === id);
  return items[at + 1] ?? items[at - 1] ?? null;
}

/** When it happened, as far as it is known: a whole day has no clock. */
export function whenWords(when) {
  if (!when) return '';
  const [day, clock] = when.from.split('T');
  const [, endClock] = when.to.split('T');
  return clock === '00:00' && endClock === '00:00' ? day : `${day} ${clock}`;
}
