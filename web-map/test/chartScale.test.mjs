import test from 'node:test';
import assert from 'node:assert/strict';
import { classOf, countClasses, countScale } from '../src/map/lib/chartScale.js';

test('the scale ends at or above the largest value, on round marks', () => {
  assert.deepEqual(countScale(41), { top: 60, marks: [0, 20, 40, 60] });
  assert.deepEqual(countScale(2), { top: 2, marks: [0, 1, 2] });
  assert.deepEqual(countScale(0), { top: 1, marks: [0, 1] });
});

test('classes cover every count once and leave none apart', () => {
  const limits = countClasses(10);
  assert.deepEqual(limits, [{ from: 1, to: 3 }, { from: 4, to: 6 }, { from: 7, to: 9 }, { from: 10, to: 10 }]);
  for (let count = 1; count <= 10; count++) {
    const { from, to } = limits[classOf(count, limits) - 1];
    assert.ok(from <= count && count <= to);
  }
  assert.equal(classOf(0, limits), 0);
  assert.deepEqual(countClasses(0), []);
  assert.equal(countClasses(2).length, 2);
});
