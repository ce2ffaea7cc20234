/**
 * What the import wizard makes of a look at a file (`POST /api/imports/uploads/{id}/look`): sentences, columns, questions
 * and the corrections that go back. Pure functions; `t` is the translator.
 */
import { formatNumber } from './format.js';

/** Fields in the order and the groups that a person looks for them. */
const GROUPS = [
  ['where', ['x', 'y', 'lon', 'lat', 'address', 'street', 'locality', 'crossing', 'place', 'property', 'precision', 'radius']],
  ['when', ['date', 'time', 'toDate', 'toTime', 'month']],
  ['what', ['type', 'typeWords', 'weight', 'severity', 'reasons', 'dark', 'safe', 'kind', 'name']],
  ['who', ['id', 'respondent']],
];

/** Corrections that change which columns there are, so that earlier said columns no longer hold. */
const RESHAPES = ['part', 'encoding', 'separator', 'headingLine'];
/** Corrections that say how a file is laid out and what it means: these suit other files of the same shape. */
const KEPT = ['encoding', 'separator', 'headingLine', 'mapping', 'crs', 'swapped', 'kind', 'role', 'types', 'savedMapping'];
const CRS_CODES = ['file.crs-confirm', 'file.crs-contradicted', 'file.crs-unknown', 'file.crs-not-supported', 'file.shapefile.prj', 'file.nothing-placed'];

/** A file's size: "96 kB" below a megabyte, "1,2 MB" from there. */
export function sizeWords(bytes, locale) {
  return bytes < 1_000_000 ? `${formatNumber(Math.max(1, bytes / 1000), locale, 0)} kB` : `${formatNumber(bytes / 1_000_000, locale, 1)} MB`;
}

/** The file in one sentence: "CSV, Windows-1252, semikolon, rubriker på rad 4, 1 203 rader, 96 kB". */
export function factSentence(look, t) {
  const { format, encoding, separator, headingLine, check, bytes, parts = [] } = look;
  const part = parts.length > 1 ? parts.find(({ chosen }) => chosen) : null;
  return [
    wordOr(t, `imports.format.${format}`, format),
    part && t(format === 'xlsx' ? 'imports.facts.part' : 'imports.facts.layer', { name: part.name }),
    encoding?.name && encodingName(encoding.name, t),
    separator && separatorName(separator, t),
    headingLine === 0 ? t('imports.facts.noHeadings') : headingLine && t('imports.facts.headings', { line: headingLine }),
    check && t(check.complete === false ? 'imports.facts.firstRows' : 'imports.facts.rows', { count: check.rows }),
    bytes > 0 && sizeWords(bytes, t.locale),
  ]
    .filter(Boolean)
    .join(', ');
}

/** "Semikolon" for ";"; a separator without a name of its own as it stands. */
export function separatorName(separator, t) {
  const names = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'pipe', ' ': 'space' };
  return names[separator] ? t(`imports.separator.${names[separator]}`) : separator;
}

/** An encoding by the name people know it by. */
export function encodingName(name, t) {
  return wordOr(t, `imports.encoding.${name.toLowerCase()}`, name);
}

/** A coordinate system by name; one without a name of its own by its number. */
export function crsName(code, t, proposals = []) {
  return proposals.find(({ crs }) => crs === code)?.name ?? wordOr(t, `crs.${code}`, code);
}

/** What a field is called in the select above a column. */
export function fieldName(field, t) {
  return wordOr(t, `importField.${field}`, field);
}

/**
 * The columns as they stand in the file.
 * @returns {{key: string, heading: string, label: string, fields: string[], why: string|null}[]} `key` names the column
 *     in a mapping: its heading, or "#3" when that is empty or stands twice
 */
export function columnsOf(look, t) {
  const width = Math.max(look.headings.length, ...look.firstRows.map(({ cells }) => cells.length));
  const headings = Array.from({ length: width }, (none, i) => (look.headingLine === 0 ? '' : look.headings[i] ?? ''));
  return headings.map((heading, i) => {
    const number = `#${i + 1}`;
    const key = heading.trim() && headings.indexOf(heading) === headings.lastIndexOf(heading) ? heading : number;
    const held = look.fields.filter(({ column }) => columnHolds(look, number, column));
    return { key, heading, label: heading.trim() || t('imports.column', { number: i + 1 }), fields: held.map(({ name }) => name), why: held[0]?.why ?? null };
  });
}

/**
 * What no column says although the rows would mean more with it, as the ends of text keys: a survey without safe or
 * unsafe, incidents without what happened. (That no column says when is told by the service.)
 */
export function unsaid({ kind, fields }) {
  const says = (...names) => fields.some(({ name, column }) => names.includes(name) && column);
  if (kind === 'unsafe-places') return says('safe', 'type') ? [] : ['allUnsafe'];
  return kind === 'incidents' && !says('type') ? ['noType'] : [];
}

/** Fields that every row gets the same value for ("=SKA"), as [field, value]. */
export function constantsOf(look) {
  return look.fields.filter(({ column }) => column?.startsWith('=')).map(({ name, column }) => [name, column.slice(1)]);
}

/** Fields that are needed and that no column holds. */
export function missingFields(look) {
  return look.fields.filter(({ needed, column }) => needed && column === null).map(({ name }) => name);
}

/** The fields of the select above a column, grouped; a field this page does not know comes last. */
export function fieldGroups(look) {
  const names = look.fields.map(({ name }) => name);
  const known = GROUPS.flatMap(([, fields]) => fields);
  return [...GROUPS, ['other', names.filter((name) => !known.includes(name))]]
    .map(([group, fields]) => ({ group, fields: fields.filter((field) => names.includes(field)) }))
    .filter(({ fields }) => fields.length > 0);
}

/**
 * What is said of the columns after a person said that the column `key` holds `field` ('' for nothing). A column holds
 * one field; a field that lost its column is said to have none, so that it is not recognised anew. Of what nobody
 * touched nothing is said.
 */
export function mappingAfter(look, key, field, said = {}) {
  const mapping = { ...said };
  for (const { name, column } of look.fields) if (name !== field && columnHolds(look, key, column)) mapping[name] = '';
  for (const [name, column] of Object.entries(said)) if (name !== field && column === key) mapping[name] = '';
  if (field) mapping[field] = key;
  return mapping;
}

/** Whether a field's column, by heading or number, is the one that `key` names. */
function columnHolds({ headings }, key, column) {
  if (column === null) return false;
  const indexOf = (name) => (/^#\d+$/.test(name) ? Number(name.slice(1)) - 1 : headings.indexOf(name));
  return column === key || (!column.startsWith('=') && indexOf(column) >= 0 && indexOf(column) === indexOf(key));
}

/** The corrections after one more; what no longer holds after it falls away, and `undefined` means recognise again. */
export function choicesAfter(choices, patch) {
  const reshaped = RESHAPES.some((name) => name in patch);
  const { mapping, ...rest } = choices;
  const next = { ...rest, ...(mapping && !reshaped && !('kind' in patch) ? { mapping } : {}), ...patch };
  if ('crs' in patch && !('swapped' in patch)) delete next.swapped;
  if ('kind' in patch && patch.kind !== 'base') delete next.role;
  for (const name of Object.keys(next)) if (next[name] === undefined) delete next[name];
  return next;
}

/** True when a person has corrected something worth keeping for the next file of that shape, beyond what is saved already. */
export function isCorrected({ savedMapping, ...choices }) {
  return KEPT.some((name) => choices[name] !== undefined && (typeof choices[name] !== 'object' || Object.keys(choices[name]).length > 0));
}

/** Those of the corrections that another file of the same shape takes over. */
export function takenOver(choices) {
  return Object.fromEntries(KEPT.filter((name) => choices[name] !== undefined).map((name) => [name, choices[name]]));
}

/** Whether two files have the same columns, so that what was said of one holds for the other. */
export function sameShape(one, other) {
  return one.format === other.format && one.headings.length > 0 && JSON.stringify(one.headings) === JSON.stringify(other.headings);
}

/**
 * What must be answered before the file can be read in, the most pressing first.
 * @returns {string[]} of 'part', 'crs', 'role', 'kind', 'columns', 'other'
 */
export function questionsOf(look) {
  if (look.ready) return [];
  const code = look.blocking?.code ?? '';
  if (CRS_CODES.includes(code)) return ['crs'];
  if (/role/.test(code)) return ['role'];
  if (/part|sheet|layer/.test(code)) return ['part'];
  if (/kind/.test(code)) return ['kind'];
  if (/no-coordinates|no-header|mapping|headings/.test(code)) return ['columns'];
  return ['other'];
}

/** The counts as they stand in the sum: in = placed + uncertain + rejected, with those that wait told by themselves. */
export function sumOf({ rows = 0, placed = 0, uncertain = 0, rejected = 0, waiting = 0 }) {
  return { rows, placed, uncertain: uncertain - waiting, waiting, rejected };
}

/** Problems of rows that wait in the inbox for somebody to say where they were: counted as uncertain until then. */
const WAITS = 'place.review';

/**
 * What becomes of a row with a problem: 'rejected', 'uncertain', 'waiting' or 'noted'.
 *
 * @param {boolean} waits false when no row of the file waits, as when they have all been read in before
 */
export function fateOf({ code, fate }, waits = true) {
  if (code === WAITS && waits) return 'waiting';
  return fate === 'uncertain' || fate === 'rejected' ? fate : 'noted';
}

/**
 * Problems by kind, the most frequent first, so that a file of a thousand faulty rows is told in a few lines.
 *
 * @param {object[]} problems the first of them, row by row
 * @param {{code: string, count: number}[]} counts of all of them
 * @returns {{count: number, reason: string, remedy: string, fate: string}[]} kinds without an example among the first
 *     are left out: nothing is known of them but their number
 */
export function problemSums(problems, counts = [], waits = true) {
  const told = counts.map(({ code, count }) => ({ count, example: problems.find((each) => each.code === code) }));
  return told
    .filter(({ example }) => example?.reason)
    .map(({ count, example }) => ({ count, reason: example.reason, remedy: example.remedy ?? '', fate: fateOf(example, waits) }))
    .sort((one, other) => other.count - one.count);
}

/** True when every row says the same and shows nothing of its own: then the sum of them says it all. */
export function allAlike(problems) {
  return problems.length > 1 && problems.every(({ code, value }) => code === problems[0].code && !value);
}

/** The names of the sheets or layers that are not the one looked at. */
export function otherParts({ parts = [] }) {
  return parts.filter(({ chosen }) => !chosen).map(({ name }) => name);
}

/**
 * The box of the rows that are placed, [west, south, east, north] in degrees: an uncertain row far away does not belong
 * to it. Null when not all rows have been checked.
 */
export function placedWithin(look) {
  const { complete, bounds } = look?.check ?? {};
  return complete === false ? null : (bounds ?? null);
}

/** How wide and high the places lie, metres, from bounds in degrees [west, south, east, north]. */
export function extentOf([west, south, east, north]) {
  const metresPerDegree = 111_320;
  const width = (east - west) * metresPerDegree * Math.cos((((south + north) / 2) * Math.PI) / 180);
  return { width: Math.round(width), height: Math.round((north - south) * metresPerDegree) };
}

/** The text fields of `POST /api/imports` for an upload with its corrections and what it is to be called. */
export function importParts(upload, choices, details) {
  const parts = { upload };
  for (const [name, value] of Object.entries({ ...choices, ...details })) {
    if (value === undefined || value === null || value === '' || (value === false && name in details)) continue;
    parts[name] = typeof value === 'object' ? JSON.stringify(value) : String(value).trim() || String(value);
  }
  return parts;
}

/** "30 s", "2 min", "1 h 5 min": how long something takes yet. */
export function durationWords(seconds, t) {
  const whole = Math.ceil(seconds);
  if (whole < 90) return t('imports.seconds', { count: whole });
  const minutes = Math.ceil(whole / 60);
  return minutes < 60 ? t('imports.minutes', { count: minutes }) : t('imports.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** A file's name without its ending, as a first proposal for what the data are called. */
export function nameOf(fileName) {
  return fileName.replace(/\.[^.]+$/, '').replace(/_+/g, ' ').trim() || fileName;
}

function wordOr(t, key, otherwise) {
  return t.has(key) ? t(key) : otherwise;
}
