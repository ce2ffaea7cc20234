import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeOf, logEnds, logMarks, logPlace, middleOf, pathsOf, questionOf, scaleLength, timesOf } from '../src/map/lib/followUpScale.js';

test('an estimate above one is told as fewer than expected, its interval turned round', () => {
  const { times, low, high } = timesOf({ ratio: 2, low: 1.25, high: 4 });
  assert.deepEqual([times, low, high], [0.5, 0.25, 0.8]);
  assert.deepEqual([changeOf(times), changeOf(low), changeOf(high), changeOf(1), changeOf(1.5)], ['−50', '−75', '−20', '0', '+50']);
});

test('equal factors stand as far from no change, and the axis holds every interval up to tenfold', () => {
  const ends = logEnds([{ low: 0.25, high: 0.8 }]);
  assert.ok(ends.low < 0.25 && ends.high >= 2);
  const none = logPlace(1, ends);
  assert.ok(Math.abs(none - logPlace(0.5, ends) - (logPlace(2, ends) - none)) < 1e-12);
  assert.equal(logPlace(1e9, ends), 1);
  assert.equal(logPlace(0, ends), 0);
  assert.equal(logEnds([{ low: 0.001, high: 2 }]).low, 0.1, 'an interval without end does not squeeze the rest');
});

test('marks hold no change, lie on the axis and keep apart', () => {
  const ends = logEnds([{ low: 0.2, high: 3 }]);
  const marks = logMarks(ends);
  assert.ok(marks.includes(1));
  for (let i = 1; i < marks.length; i++) assert.ok(logPlace(marks[i], ends) - logPlace(marks[i - 1], ends) >= 0.15);
});

test('a question says only what was chosen, and none is a choice', () => {
  assert.deepEqual(questionOf({ months: '', years: '1', leftOut: '1', reach: '', widths: '', types: [], comparison: null }), {});
  assert.deepEqual(questionOf({ months: '6', years: '2', leftOut: '3', reach: '12,5', widths: '100, 150, 200', types: ['SKA', 'INF'], comparison: [] }), {
    months: '6',
    years: '2',
    leftOut: '3',
    reach: '12.5',
    widths: '100,150,200',
    types: 'SKA,INF',
    comparison: 'none',
  });
  assert.equal(questionOf({ comparison: ['a', 'b'] }).comparison, 'a,b');
});

test('areas fill the picture true in shape, with a round scale', () => {
  const square = { type: 'Polygon', coordinates: [[[13, 58], [13.01, 58], [13.01, 58.0053], [13, 58.0053], [13, 58]]] };
  const { paths, metres } = pathsOf([square, { type: 'MultiPolygon', coordinates: [square.coordinates] }], { width: 460, height: 300, margin: 20 });
  assert.equal(paths[0], paths[1]);
  const numbers = paths[0].match(/-?\d+(\.\d+)?/g).map(Number);
  assert.ok(Math.min(...numbers) >= 0 && Math.max(...numbers) <= 460);
  assert.ok(Math.abs(middleOf(paths[0]).x - 230) < 1 && Math.abs(middleOf(paths[0]).y - 150) < 1);
  const length = scaleLength(metres, 460);
  assert.match(String(length), /^[125]0*$/);
  assert.ok(length / metres <= 115);
});
