/** Scales for the small charts: pure numbers, no drawing. */

/**
 * A round number at or above the largest value, and the marks up to it.
 * @param {number} largest
 * @param {number} [marks] about how many
 * @returns {{top: number, marks: number[]}}
 */
export function countScale(largest, marks = 3) {
  if (!(largest > 0)) return { top: 1, marks: [0, 1] };
  const raw = largest / marks;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = Math.max(1, [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= raw));
  const top = Math.ceil(largest / step) * step;
  return { top, marks: Array.from({ length: top / step + 1 }, (_, i) => i * step) };
}

/**
 * Round marks around any two numbers, negative ones and fractions too.
 * @returns {{low: number, high: number, marks: number[]}}
 */
export function valueScale(smallest, largest, marks = 4) {
  const [from, to] = smallest < largest ? [smallest, largest] : [smallest - 0.5, smallest + 0.5];
  const raw = (to - from) / marks;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= raw * 0.999);
  const first = Math.floor(from / step + 1e-9);
  const last = Math.ceil(to / step - 1e-9);
  const round = (value) => Number(value.toPrecision(12));
  return { low: round(first * step), high: round(last * step), marks: Array.from({ length: last - first + 1 }, (_, i) => round((first + i) * step)) };
}

/** The middle value, or the mean of the two in the middle. */
export function median(values) {
  const inOrder = [...values].sort((a, b) => a - b);
  const half = inOrder.length >> 1;
  return inOrder.length % 2 ? inOrder[half] : (inOrder[half - 1] + inOrder[half]) / 2;
}

/**
 * Class limits for counts in the fewest classes that say something: 0 apart, then up to four classes of equal width.
 * @param {number} largest
 * @returns {{from: number, to: number}[]} lowest first, without the class of zero
 */
export function countClasses(largest, classes = 4) {
  if (!(largest > 0)) return [];
  const width = Math.ceil(largest / classes);
  const limits = [];
  for (let from = 1; from <= largest; from += width) limits.push({ from, to: Math.min(from + width - 1, largest) });
  return limits;
}

/** The class a count falls in: 0 for none, 1 for the lowest. */
export function classOf(count, limits) {
  if (!(count > 0)) return 0;
  return limits.findIndex(({ to }) => count <= to) + 1;
}
