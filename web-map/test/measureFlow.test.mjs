import test from 'node:test';
import assert from 'node:assert/strict';
import { allowedStatuses, isOpen, isOverdue, mayMove } from '../src/map/lib/measureFlow.js';

test('a measure moves one step at a time', () => {
  assert.deepEqual(allowedStatuses('in-progress'), ['decided', 'in-progress', 'done']);
  assert.equal(mayMove('proposed', 'done'), false);
});

test('a measure that nobody has carried out may be dropped', () => {
  assert.deepEqual(allowedStatuses('proposed'), ['proposed', 'decided', 'closed']);
  assert.deepEqual(allowedStatuses('decided'), ['proposed', 'decided', 'in-progress', 'closed']);
  assert.equal(mayMove('in-progress', 'closed'), false);
});

test('a new measure may begin anywhere but closed', () => {
  assert.equal(allowedStatuses(null).includes('done'), true);
  assert.equal(allowedStatuses(null).includes('closed'), false);
});

test('a closed measure goes back to where it came from', () => {
  assert.deepEqual(allowedStatuses('closed', true), ['followed-up', 'closed']);
  assert.deepEqual(allowedStatuses('closed', false), ['proposed', 'decided', 'closed']);
});

test('an unknown status is refused by name', () => {
  assert.throws(() => allowedStatuses('paused'), /status "paused"/);
});

test('a measure is late only while it still asks something of somebody', () => {
  assert.equal(isOverdue({ status: 'decided', dueOn: '2026-10-31' }, '2026-11-01'), true);
  assert.equal(isOverdue({ status: 'decided', dueOn: '2026-10-31' }, '2026-10-31'), false);
  assert.equal(isOverdue({ status: 'done', dueOn: '2026-10-31' }, '2026-11-01'), false);
  assert.equal(isOverdue({ status: 'decided', dueOn: null }, '2026-11-01'), false);
  assert.equal(isOpen('in-progress'), true);
  assert.equal(isOpen('closed'), false);
});
