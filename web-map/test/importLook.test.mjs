import assert from 'node:assert/strict';
import { test } from 'node:test';
import swedish from '../src/i18n/sv.js';
import {
  allAlike,
  choicesAfter,
  columnsOf,
  constantsOf,
  durationWords,
  extentOf,
  factSentence,
  fateOf,
  fieldGroups,
  importParts,
  isCorrected,
  mappingAfter,
  missingFields,
  nameOf,
  otherParts,
  placedWithin,
  problemSums,
  questionsOf,
  sameShape,
  sumOf,
  takenOver,
  unsaid,
} from '../src/map/lib/importLook.js';
import { translator } from '../src/map/lib/translate.js';

const t = translator(swedish, 'sv');
const plain = (text) => text.replace(/\s/g, ' ');

function look(over = {}) {
  return {
    format: 'csv',
    bytes: 96_000,
    parts: [],
    encoding: { name: 'windows-1252', certain: true, twiceEncoded: false, choices: [] },
    separator: ';',
    headingLine: 4,
    headings: ['Knr', 'Typ', 'Öst', 'Nord'],
    firstRows: [{ line: 5, cells: ['K1', 'SKA', '650000', '6580000'] }],
    fields: [
      { name: 'id', column: 'Knr', why: 'heading', needed: false },
      { name: 'x', column: 'Öst', why: 'heading', needed: true },
      { name: 'y', column: 'Nord', why: 'heading', needed: true },
      { name: 'type', column: 'Typ', why: 'heading', needed: false },
      { name: 'date', column: null, why: null, needed: false },
    ],
    check: { rows: 1203, complete: true },
    ready: true,
    blocking: null,
    ...over,
  };
}

test('a file is told in one sentence', () => {
  assert.equal(plain(factSentence(look(), t)), 'CSV, Windows-1252, semikolon, rubriker på rad 4, 1 203 rader, 96 kB');
});

test('a file without headings and a format that leaves no choice are told as they are', () => {
  assert.match(factSentence(look({ headingLine: 0 }), t), /inga rubriker/);
  assert.equal(plain(factSentence(look({ format: 'geojson', encoding: null, separator: null, headingLine: null, check: null, bytes: 2_400_000 }), t)), 'GeoJSON, 2,4 MB');
});

test('a sheet is named when there are several, and a half-checked file says so', () => {
  const sheets = look({ format: 'xlsx', encoding: null, separator: null, parts: [{ name: 'Blad1', chosen: false }, { name: 'Brott', chosen: true }], check: { rows: 5000, complete: false } });
  assert.equal(plain(factSentence(sheets, t)), 'Excel, bladet Brott, rubriker på rad 4, de första 5 000 raderna kontrollerade, 96 kB');
});

test('a column is named by its heading, and by its number when the heading is empty or stands twice', () => {
  const columns = columnsOf(look({ headings: ['Typ', '', 'Typ', 'Nord'] }), t);
  assert.deepEqual(columns.map(({ key }) => key), ['#1', '#2', '#3', 'Nord']);
  assert.deepEqual(columns.map(({ label }) => label), ['Typ', 'Kolumn 2', 'Typ', 'Nord']);
  assert.deepEqual(columns.map(({ fields }) => fields), [['type'], [], [], ['y']], 'a heading that stands twice is the first of them');
});

test('a file without headings has as many columns as its rows are wide', () => {
  const columns = columnsOf(look({ headingLine: 0, headings: [], fields: [{ name: 'x', column: '#3', why: 'said', needed: true }] }), t);
  assert.equal(columns.length, 4);
  assert.deepEqual(columns[2].fields, ['x']);
});

test('a field that moves to another column lets go of the one that stood there', () => {
  assert.deepEqual(mappingAfter(look(), 'Nord', 'x'), { y: '', x: 'Nord' });
});

test('a column that is not used gives its field no column, so that it is not recognised anew', () => {
  assert.deepEqual(mappingAfter(look(), 'Typ', ''), { type: '' });
});

test('what was said before is kept, also when the service has not looked at it yet', () => {
  assert.deepEqual(mappingAfter(look(), 'Nord', 'y', { x: 'Öst' }), { x: 'Öst', y: 'Nord' });
  assert.deepEqual(mappingAfter(look(), 'Knr', 'type', { date: 'Knr' }), { date: '', id: '', type: 'Knr' });
});

test('a column named by its number is the same as by its heading', () => {
  const numbered = look({ fields: [{ name: 'x', column: '#3', why: 'said', needed: true }] });
  assert.deepEqual(mappingAfter(numbered, 'Öst', 'lon'), { x: '', lon: 'Öst' });
});

test('the same value for all rows is no column but is told', () => {
  const constant = look({ fields: [...look().fields.slice(0, 3), { name: 'type', column: '=SKA', why: 'said', needed: false }] });
  assert.deepEqual(constantsOf(constant), [['type', 'SKA']]);
  assert.deepEqual(columnsOf(constant, t)[1].fields, []);
});

test('only what is needed and in no column is missing', () => {
  const without = look({ fields: [{ name: 'x', column: null, why: null, needed: true }, { name: 'date', column: null, why: null, needed: false }] });
  assert.deepEqual(missingFields(without), ['x']);
});

test('fields come in groups, and one the page does not know comes last', () => {
  const groups = fieldGroups(look({ fields: [...look().fields, { name: 'shoeSize', column: null, why: null, needed: false }] }));
  assert.deepEqual(groups.map(({ group }) => group), ['where', 'when', 'what', 'who', 'other']);
  assert.deepEqual(groups.at(-1).fields, ['shoeSize']);
});

test('another separator makes other columns, so what was said of the old ones falls away', () => {
  const said = { mapping: { type: 'Typ' }, crs: 'EPSG:3006' };
  assert.deepEqual(choicesAfter(said, { separator: ',' }), { crs: 'EPSG:3006', separator: ',' });
  assert.deepEqual(choicesAfter(said, { types: { Bråk: 'MIS' } }), { ...said, types: { Bråk: 'MIS' } });
});

test('another coordinate system is asked anew for the order of its axes', () => {
  assert.deepEqual(choicesAfter({ crs: 'EPSG:3006', swapped: true }, { crs: 'EPSG:3011' }), { crs: 'EPSG:3011' });
  assert.deepEqual(choicesAfter({}, { crs: 'EPSG:3011', swapped: true }), { crs: 'EPSG:3011', swapped: true });
});

test('a file that is no map layer after all loses its layer', () => {
  assert.deepEqual(choicesAfter({ kind: 'base', role: 'roads' }, { kind: 'incidents' }), { kind: 'incidents' });
});

test('a choice taken back is recognised again', () => {
  assert.deepEqual(choicesAfter({ encoding: 'UTF-8' }, { encoding: undefined }), {});
});

test('only a correction is worth remembering', () => {
  assert.equal(isCorrected({}), false);
  assert.equal(isCorrected({ types: {} }), false);
  assert.equal(isCorrected({ savedMapping: 4 }), false, 'what is saved already need not be saved again');
  assert.equal(isCorrected({ swapped: false }), true);
});

test('another file of the same shape takes over all but what is its own', () => {
  assert.deepEqual(takenOver({ part: 'Blad1', crs: 'EPSG:3006', savedMapping: 4 }), { crs: 'EPSG:3006', savedMapping: 4 });
  assert.equal(sameShape(look(), look({ fileName: 'other' })), true);
  assert.equal(sameShape(look(), look({ headings: ['Knr'] })), false);
  assert.equal(sameShape(look({ headings: [] }), look({ headings: [] })), false);
});

test('a file that is ready asks nothing; one that is not asks for what is missing', () => {
  const asks = (code) => questionsOf(look({ ready: false, blocking: { code } }));
  assert.deepEqual(questionsOf(look()), []);
  assert.deepEqual(asks('file.crs-confirm'), ['crs']);
  assert.deepEqual(asks('file.role'), ['role']);
  assert.deepEqual(asks('file.part'), ['part']);
  assert.deepEqual(asks('file.no-coordinates'), ['columns']);
  assert.deepEqual(asks('file.something-new'), ['other']);
});

test('rows that wait for a place are told apart from the other uncertain ones, and the sum holds', () => {
  const { rows, placed, uncertain, waiting, rejected } = sumOf({ rows: 10, placed: 5, uncertain: 4, waiting: 3, rejected: 1 });
  assert.equal(uncertain, 1);
  assert.equal(placed + uncertain + waiting + rejected, rows);
});

test('how far places lie apart is told in metres', () => {
  const { width, height } = extentOf([18, 60, 18.1, 60.1]);
  assert.ok(Math.abs(width - 5566) < 30, `${width}`);
  assert.ok(Math.abs(height - 11_132) < 30, `${height}`);
});

test('an import is sent with what was said and nothing else', () => {
  assert.deepEqual(
    importParts('u1', { mapping: { x: 'Öst' }, headingLine: 0, swapped: false, separator: '\t' }, { dataset: ' Brott ', source: '', invented: false, saveMapping: '' }),
    { upload: 'u1', mapping: '{"x":"Öst"}', headingLine: '0', swapped: 'false', separator: '\t', dataset: 'Brott' },
  );
});

test('time left is told in the unit that is easiest to grasp', () => {
  assert.equal(durationWords(12.2, t), '13 s');
  assert.equal(durationWords(150, t), '3 min');
  assert.equal(durationWords(3900, t), '1 h 5 min');
});

test('a dataset is proposed to be called as its file', () => {
  assert.equal(nameOf('brott_2025_jan.csv'), 'brott 2025 jan');
  assert.equal(nameOf('.csv'), '.csv');
});

test('what no column says is told, so that nobody counts answers as unsafe or incidents as other without knowing', () => {
  const said = (...names) => ['safe', 'type', 'x'].map((name) => ({ name, column: names.includes(name) ? name : null }));
  assert.deepEqual(unsaid({ kind: 'unsafe-places', fields: said('x') }), ['allUnsafe']);
  assert.deepEqual(unsaid({ kind: 'unsafe-places', fields: said('safe') }), []);
  assert.deepEqual(unsaid({ kind: 'incidents', fields: said('x') }), ['noType']);
  assert.deepEqual(unsaid({ kind: 'incidents', fields: said('type') }), []);
  assert.deepEqual(unsaid({ kind: 'base', fields: said('x') }), []);
});

test('a file of many faulty rows is told by kind, the most frequent first', () => {
  const problems = [
    { line: 2, code: 'row.time', value: '25:99', fate: 'rejected', reason: 'Klockslaget kan inte läsas.', remedy: 'Skriv 21:30.' },
    { line: 3, code: 'row.personal', value: '', fate: 'stored', reason: 'Personuppgifter.' },
  ];
  assert.deepEqual(problemSums(problems, [{ code: 'row.time', count: 4 }, { code: 'row.personal', count: 90 }, { code: 'row.unseen', count: 1 }]), [
    { count: 90, reason: 'Personuppgifter.', remedy: '', fate: 'noted' },
    { count: 4, reason: 'Klockslaget kan inte läsas.', remedy: 'Skriv 21:30.', fate: 'rejected' },
  ]);
});

test('a row that waits in the inbox is never called uncertain beside a sum that counts it as waiting', () => {
  assert.equal(fateOf({ code: 'place.review', fate: 'uncertain' }), 'waiting');
  assert.equal(fateOf({ code: 'place.centre', fate: 'uncertain' }), 'uncertain');
});

test('rows that all say the same need no table, rows that show what stands in the file do', () => {
  const centre = { code: 'place.centre', value: '' };
  assert.equal(allAlike([centre, centre]), true);
  assert.equal(allAlike([centre, { ...centre, value: 'Storgatan' }]), false);
  assert.equal(allAlike([centre, { code: 'row.time', value: '' }]), false);
});

test('a workbook of several sheets names those that are not read', () => {
  const parts = [{ name: 'Läs mig' }, { name: 'Januari', chosen: true }, { name: 'Februari' }];
  assert.deepEqual(otherParts({ parts }), ['Läs mig', 'Februari']);
  assert.deepEqual(otherParts({}), []);
});

test('the map goes to the rows that are placed, and to the whole dataset when only some of them are checked', () => {
  const bounds = [18.7, 61.8, 18.9, 62];
  assert.deepEqual(placedWithin({ check: { complete: true, bounds } }), bounds);
  assert.equal(placedWithin({ check: { complete: false, bounds } }), null);
  assert.equal(placedWithin(null), null);
});
