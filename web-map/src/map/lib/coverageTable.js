/** Pure: the coverage of one year as a table of types and quarters, what is written in it, and what is pasted. */

/** Below this share the picture of a type must not be compared with other years or places. */
export const LOW_SHARE = 0.7;
/** Above this there are more here than were published: rows twice, or other words for the same. */
export const HIGH_SHARE = 1.2;

/** @param {object[]} rows as `/api/coverage` has them; years with anything, the newest first */
export function years(rows) {
  return [...new Set(rows.map(({ year }) => year))].sort((a, b) => b - a);
}

/**
 * One line a type: `cells[0]` is the whole year, `cells[1]` to `cells[4]` the quarters.
 * @param {string[]} types codes in the order they are shown; only those with anything in the year are answered
 */
export function yearTable(rows, year, types) {
  const ofYear = rows.filter((row) => row.year === year);
  return types
    .map((type) => ({ type, cells: [0, 1, 2, 3, 4].map((quarter) => ofYear.find((row) => row.type === type && row.quarter === quarter) ?? null) }))
    .filter(({ cells }) => cells.some((cell) => cell !== null));
}

/** `low`, `high`, `fair`, `partial` (the data do not cover the period) or null when there is nothing to compare with. */
export function verdict(row) {
  if (!row || row.share === null || row.share === undefined) return null;
  if (!row.whole) return 'partial';
  if (row.share < LOW_SHARE) return 'low';
  return row.share > HIGH_SHARE ? 'high' : 'fair';
}

/** The whole periods that are worst covered, the worst first: what a reader must know. */
export function lowest(rows, most = 3) {
  return rows
    .filter((row) => verdict(row) === 'low' && row.published >= 10)
    .sort((a, b) => a.share - b.share)
    .slice(0, most);
}

/** The published counts that `/api/coverage` answers, as it takes them back. */
export function publishedOf(rows) {
  return rows.filter(({ published }) => published !== null).map(({ type, year, quarter, published, source }) => ({ type, year, quarter, number: published, source: source ?? '' }));
}

/** `counts` with one of them set, or taken out when `number` is null. */
export function withCount(counts, { type, year, quarter, number, source }) {
  const rest = counts.filter((count) => count.type !== type || count.year !== year || count.quarter !== quarter);
  return number === null ? rest : [...rest, { type, year, quarter, number, source }];
}

/** A whole number as people write it ("1 326", "1.326" but not "12.5"), null when empty, NaN when it is none. */
export function wholeNumber(text) {
  const bare = text.replace(/[\s\u00a0\u202f]/g, '');
  if (bare === '') return null;
  return /^(\d{1,9}|\d{1,3}(\.\d{3}){1,2})$/.test(bare) ? Number(bare.replaceAll('.', '')) : NaN;
}

/** What somebody has written on top of `before`: counts set, and with `number: null` those taken out. */
export function written(before, after) {
  const key = ({ type, year, quarter }) => `${type}|${year}|${quarter}`;
  const earlier = new Map(before.map((count) => [key(count), count]));
  const later = new Set(after.map(key));
  return [
    ...after.filter((count) => earlier.get(key(count))?.number !== count.number),
    ...before.filter((count) => !later.has(key(count))).map((count) => ({ ...count, number: null })),
  ];
}

/**
 * Reads rows pasted from a spreadsheet: type, year, quarter (empty for the whole year), number; tab, semicolon or comma
 * between. A line of headings is passed over.
 * @param {(word: string) => ?string} codeOf code of a type by its code or name
 * @returns {{counts: object[], wrong: {line: number, text: string}[]}}
 */
export function pasted(text, codeOf, source = '') {
  const counts = [];
  const wrong = [];
  text.split(/\r?\n/).forEach((line, index) => {
    if (!line.trim()) return;
    const cells = line.split(line.includes('\t') ? '\t' : line.includes(';') ? ';' : ',').map((cell) => cell.trim());
    const [word, yearText, quarterText, numberText] = cells.length === 3 ? [cells[0], cells[1], '', cells[2]] : cells;
    const type = codeOf(word ?? '');
    const year = Number(yearText);
    const quarter = quarterText === '' ? 0 : Number((quarterText ?? '').replace(/^(kv|q|kvartal)\.?\s*/i, ''));
    const number = wholeNumber(numberText ?? '');
    const right = type && Number.isInteger(year) && year >= 1975 && year <= 2100 && Number.isInteger(quarter) && quarter >= 0 && quarter <= 4 && number !== null && !Number.isNaN(number);
    if (right) counts.push({ type, year, quarter, number, source });
    else if (index > 0 || /\d/.test(line)) wrong.push({ line: index + 1, text: line });
  });
  return { counts, wrong };
}
