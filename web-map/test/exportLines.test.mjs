import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endOf, exportQuestion, takenOf } from '../src/map/lib/exportLines.js';

test('says which layer or method a file holds, and in which form', () => {
  assert.deepEqual(takenOf('/data/incidents.csv'), { name: 'incidents', form: 'csv' });
  assert.deepEqual(takenOf('/api/analyses/kde.tif'), { name: 'kde', form: 'tif' });
  assert.deepEqual(takenOf('/api/meetings/3/protocol.pdf'), { name: null, form: 'pdf' });
  assert.deepEqual(takenOf('/api/odd'), { name: null, form: '' });
});

test('tells how a request ended, also when nobody was told', () => {
  assert.deepEqual([200, 206, 304, 403, 503, null].map((status) => endOf({ status })), ['sent', 'sent', 'same', 'refused', 'failed', 'unknown']);
});

test('asks only for what is wanted', () => {
  assert.equal(exportQuestion({}), '/api/exports');
  assert.equal(exportQuestion({ who: ' eva ', what: 'plan', from: '2026-01-01', to: '' }, 17), '/api/exports?who=eva&what=plan&from=2026-01-01&before=17');
});
