import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerInWords, checkDifferences, checklistCounts, foundChecks, mergeChecks, readItem, requestOf, writtenChecklist, yearsOf } from '../src/map/lib/areaCheck.js';

const AREA = { geometry: { type: 'Polygon', coordinates: [] }, name: 'Kvarteret Linden' };
const FORM = { title: ' Förskola ', caseNumber: ' BN 2026-114 ', stage: 'building-permit', buffer: 250, area: AREA, alternative: null, compares: false };

test('a form becomes a request without spaces around its words', () => {
  assert.deepEqual(requestOf(FORM), {
    request: { title: 'Förskola', caseNumber: 'BN 2026-114', stage: 'building-permit', buffer: 250, area: AREA.geometry, alternative: null },
    faults: [],
  });
});

test('what is missing is named in the order of the form', () => {
  const { faults } = requestOf({ ...FORM, title: ' ', area: null, compares: true });
  assert.deepEqual(faults.map(({ field }) => field), ['area', 'alternative', 'title']);
});

test('an alternative that is no longer compared with is not sent', () => {
  assert.equal(requestOf({ ...FORM, alternative: AREA, compares: false }).request.alternative, null);
});

test('years that are chosen become whole years, and are left out otherwise', () => {
  const { request } = requestOf({ ...FORM, fromYear: '2023', toYear: '2025' });
  assert.deepEqual([request.from, request.to], ['2023-01-01', '2025-12-31']);
  assert.equal('from' in requestOf(FORM).request, false);
});

test('only years that the data cover as a whole can be chosen', () => {
  assert.deepEqual(yearsOf({ from: '2022-04-01', to: '2025-10-31' }), ['2024', '2023']);
  assert.deepEqual(yearsOf({ from: '2023-01-01', to: '2024-12-31' }), ['2024', '2023']);
  assert.deepEqual(yearsOf({ from: '2023-04-01', to: '2023-10-31' }), []);
  assert.deepEqual(yearsOf(null), []);
});

test('the address opens a new check, the list, a check, or a new one at a hotspot', () => {
  assert.deepEqual(readItem(null), { view: 'new', id: null });
  assert.deepEqual(readItem('new'), { view: 'new', id: null });
  assert.deepEqual(readItem('list'), { view: 'list', id: null });
  assert.deepEqual(readItem('17'), { view: 'check', id: '17' });
  assert.deepEqual(readItem('new:c-1a2b'), { view: 'new', id: 'c-1a2b' });
});

test('checks are found by parts of case number and title, the newest first', () => {
  const checks = [
    { title: 'Åparken', caseNumber: 'SBF 2025-9', createdAt: '2025-03-01T10:00:00Z' },
    { title: 'Förskola', caseNumber: 'BN 2026-114', createdAt: '2026-01-01T10:00:00Z' },
    { title: 'Torget', caseNumber: '', createdAt: '2026-02-01T10:00:00Z' },
  ];
  assert.deepEqual(foundChecks(checks, '').map(({ title }) => title), ['Torget', 'Förskola', 'Åparken']);
  assert.deepEqual(foundChecks(checks, 'bn 114').map(({ title }) => title), ['Förskola']);
  assert.deepEqual(foundChecks(checks, 'åpark').map(({ title }) => title), ['Åparken']);
  assert.deepEqual(foundChecks(checks, 'saknas'), []);
});

test('an aspect nobody has written about is open', () => {
  const checklist = writtenChecklist([{ id: 'sight', state: 'met', note: 'Siktröjt' }, { id: 'light' }]);
  assert.deepEqual(checklist, { sight: { state: 'met', note: 'Siktröjt' }, light: { state: 'open', note: '' } });
  assert.deepEqual(checklistCounts(checklist), { open: 1, met: 1, concern: 0, 'not-relevant': 0 });
});

test('of two people who wrote in the same check each keeps what only they changed', () => {
  const base = { title: 'A', caseNumber: '1', checklist: { sight: { state: 'open', note: '' }, light: { state: 'open', note: '' } } };
  const current = { ...base, title: 'B', checklist: { ...base.checklist, light: { state: 'concern', note: 'Mörkt' } } };
  const yours = { ...base, checklist: { sight: { state: 'met', note: '' }, light: { state: 'met', note: 'Ljust' } } };
  const differences = checkDifferences(current, yours, base);
  assert.deepEqual(differences.map(({ field, changedBy }) => [field, changedBy]), [['title', 'them'], ['sight', 'you'], ['light', 'both']]);
  const merged = mergeChecks(current, yours, { title: 'current', sight: 'yours', light: 'current' });
  assert.equal(merged.title, 'B');
  assert.deepEqual(merged.checklist, { sight: { state: 'met', note: '' }, light: { state: 'concern', note: 'Mörkt' } });
});

test('two who wrote the same have nothing to choose between', () => {
  const version = { title: 'A', caseNumber: '', checklist: { sight: { state: 'met', note: '' } } };
  assert.deepEqual(checkDifferences(version, structuredClone(version), version), []);
});

test('the answer comes before everything else that is said, and is not said twice', () => {
  const side = { which: 'area', total: { text: { sv: '40 händelser.', en: '40 incidents.' } } };
  const sentences = { sv: ['Svaret gäller fyra områden.', '40 händelser.', 'Ungefär hälften i mörker.'], en: [] };
  assert.deepEqual(answerInWords({ sides: [side], sentences }, 'sv', (own, text) => text), {
    first: ['40 händelser.'],
    more: ['Svaret gäller fyra områden.', 'Ungefär hälften i mörker.'],
  });
});

test('of two areas it is first said whether they differ', () => {
  const side = (which, sv) => ({ which, total: { text: { sv, en: '' } } });
  const sentences = { sv: ['Området:', '40 händelser.', 'Alternativet:', '30 händelser.', 'Ingen säker skillnad.'], en: [] };
  const { first, more } = answerInWords({ sides: [side('area', '40 händelser.'), side('alternative', '30 händelser.')], sentences }, 'sv', ({ which }, text) => `${which}: ${text}`);
  assert.deepEqual(first, ['Ingen säker skillnad.', 'area: 40 händelser.', 'alternative: 30 händelser.']);
  assert.deepEqual(more, ['Området:', 'Alternativet:']);
});
