import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countChanges, meaningsInWords, periodInWords, typeDifferences } from '../src/map/lib/codeTable.js';

const t = (key, values = {}) => [key, ...Object.values(values)].join(' ');
const typeName = (code) => ({ SKA: 'Skadegörelse', KLO: 'Klotter' })[code];

test('a period is told by the days that it has', () => {
  assert.equal(periodInWords({ from: '2023-01-01', to: '2023-12-31' }, t), '2023-01-01–2023-12-31');
  assert.equal(periodInWords({ from: '2024-01-01', to: null }, t), 'codes.since 2024-01-01');
  assert.equal(periodInWords({ from: null, to: '2022-12-31' }, t), 'codes.until 2022-12-31');
  assert.equal(periodInWords({}, t), '');
});

test('a word is told by what it means at each time, and by nobody when it means nothing', () => {
  assert.deepEqual(meaningsInWords([{ code: 'SKA' }], typeName, t), ['Skadegörelse']);
  assert.deepEqual(meaningsInWords([{ code: 'SKA', to: '2023-12-31' }, { code: 'KLO', from: '2024-01-01' }], typeName, t), [
    'Skadegörelse, codes.until 2023-12-31',
    'Klotter, codes.since 2024-01-01',
  ]);
  assert.deepEqual(meaningsInWords([], typeName, t), ['codes.nobody']);
});

test('of a type that was there only what differs is told, of a new one all', () => {
  const bad = { class: 'D', nameSv: 'Bad', nameEn: 'Bathing', colour: '#0b5c8a', kind: 'disorder', like: '', retired: false };
  assert.deepEqual(typeDifferences(bad, { ...bad, retired: true }), [{ field: 'retired', before: false, after: true }]);
  assert.deepEqual(
    typeDifferences(null, bad).map(({ field }) => field),
    ['class', 'nameSv', 'nameEn', 'colour', 'kind'],
  );
});

test('changes are counted by what they are', () => {
  assert.deepEqual(countChanges([{ change: 'new' }, { change: 'new' }, { change: 'removed' }]), { new: 2, changed: 0, removed: 1 });
});
