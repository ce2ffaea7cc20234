import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BrokenTileError, decodeTile, LINE, POINT, POLYGON } from '../src/map/lib/mvt.js';

/* A small writer of the wire format, so that each byte of a test tile is known. */
const varint = (value) => (value < 128 ? [value] : [(value % 128) | 128, ...varint(Math.floor(value / 128))]);
const zigzag = (value) => (value < 0 ? -value * 2 - 1 : value * 2);
const field = (number, wire) => varint((number << 3) | wire);
const block = (number, bytes) => [...field(number, 2), ...varint(bytes.length), ...bytes];
const text = (number, value) => block(number, [...new TextEncoder().encode(value)]);
const packed = (number, values) => block(number, values.flatMap(varint));
const double = (value) => [...new Uint8Array(new Float64Array([value]).buffer)];
const command = (id, count) => (count << 3) | id;

function layer(name, { extent = 4096, keys = [], values = [], features = [] }) {
  return block(3, [
    ...field(15, 0), 2,
    ...text(1, name),
    ...features.flatMap((feature) => block(2, feature)),
    ...keys.flatMap((key) => text(3, key)),
    ...values.flatMap((value) => block(4, value)),
    ...field(5, 0), ...varint(extent),
  ]);
}

const feature = (type, geometry, tags = []) => [...packed(2, tags), ...field(3, 0), type, ...packed(4, geometry)];
const tile = (...layers) => Uint8Array.from(layers.flat());

test('reads a point with text, number and truth', () => {
  const bytes = tile(
    layer('incidents', {
      keys: ['type', 'count', 'safe', 'share', 'step'],
      values: [text(1, 'SKÖ'), [...field(5, 0), 12], [...field(7, 0), 1], [...field(3, 1), ...double(0.5)], [...field(6, 0), ...varint(zigzag(-3))]],
      features: [feature(POINT, [command(1, 1), zigzag(25), zigzag(17)], [0, 0, 1, 1, 2, 2, 3, 3, 4, 4])],
    }),
  );
  const [read] = decodeTile(bytes).get('incidents').features;
  assert.deepEqual(read.properties, { type: 'SKÖ', count: 12, safe: true, share: 0.5, step: -3 });
  assert.deepEqual(read.geometry.map((part) => [...part]), [[25, 17]]);
});

test('reads the line and the polygon of the specification', () => {
  const bytes = tile(
    layer('shapes', {
      features: [
        feature(LINE, [command(1, 1), 4, 4, command(2, 2), 0, 16, 16, 0]),
        feature(POLYGON, [command(1, 1), 6, 12, command(2, 2), 10, 12, 24, 44, command(7, 1)]),
      ],
    }),
  );
  const [line, polygon] = decodeTile(bytes).get('shapes').features;
  assert.deepEqual(line.geometry.map((part) => [...part]), [[2, 2, 2, 10, 10, 10]]);
  assert.deepEqual(polygon.geometry.map((part) => [...part]), [[3, 6, 8, 12, 20, 34, 3, 6]]);
});

test('a second MoveTo starts a new part and the cursor goes on from where it was', () => {
  const bytes = tile(layer('lines', { features: [feature(LINE, [command(1, 1), 4, 4, command(2, 1), 16, 0, command(1, 1), 17, 17, command(2, 1), 4, 0])] }));
  assert.deepEqual(decodeTile(bytes).get('lines').features[0].geometry.map((part) => [...part]), [[2, 2, 10, 2], [1, -7, 3, -7]]);
});

test('an empty tile has no layers, and unknown fields are passed over', () => {
  assert.equal(decodeTile(new Uint8Array()).size, 0);
  const bytes = tile(block(9, [1, 2, 3]), layer('a', { extent: 512 }));
  assert.equal(decodeTile(bytes).get('a').extent, 512);
});

test('a cut or twisted tile is refused and never read past its end', () => {
  const whole = tile(layer('a', { keys: ['k'], values: [text(1, 'v')], features: [feature(POINT, [command(1, 1), 2, 2], [0, 0])] }));
  for (let length = 1; length < whole.length; length++) {
    assert.throws(() => decodeTile(whole.slice(0, length)), BrokenTileError, `first ${length} bytes`);
  }
  assert.throws(() => decodeTile(tile(layer('a', { features: [feature(POINT, [command(1, 1), 2, 2], [7, 7])] }))), BrokenTileError);
  assert.throws(() => decodeTile(Uint8Array.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])), BrokenTileError);
});
