import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLASS_STYLES, classesOf, classKey, styleOf } from '../src/map/lib/analysisClasses.js';
import english from '../src/i18n/en.js';
import swedish from '../src/i18n/sv.js';

const place = (properties) => ({ type: 'Feature', properties, geometry: null });

test('one class may be spelled in several ways', () => {
  assert.equal(classKey('hot-99'), 'hot99');
  assert.equal(classKey('new hot spot'), 'new-hot');
  assert.equal(classKey('HIGH_HIGH'), 'high-high');
  assert.equal(classKey('no pattern detected'), 'none');
});

test('classes stand in the order of the legend with how many places they have', () => {
  const features = ['none', 'cold95', 'hot99', 'hot99', 'hot90'].map((word) => place({ class: word, count: 3 }));
  const { column, classes, classOf } = classesOf(features);
  assert.equal(column, 'class');
  assert.deepEqual(classes.map(({ key, count }) => [key, count]), [['hot99', 2], ['hot90', 1], ['cold95', 1], ['none', 1]]);
  assert.equal(classOf(features[1]).key, 'cold95');
});

test('no two classes of one method look the same', () => {
  const families = [/^(hot|cold)\d+$/, /^(high|low)-(high|low)$/, /^(both|crime-only|unsafety-only|neither)$/, /-(hot|cold)$/, /^live-/, /^(alarm|watch|past)$/, /^(raised|lowered|none)$/];
  for (const family of families) {
    const looks = Object.entries(CLASS_STYLES).filter(([key]) => family.test(key)).map(([, style]) => JSON.stringify(style));
    assert.equal(new Set(looks).size, looks.length, String(family));
  }
});

test('no two classes of one method differ by colour alone', () => {
  for (const family of [/^(hot|cold)\d+$/, /^(high|low)-(high|low)$/, /-(hot|cold)$/, /^live-/]) {
    const looks = Object.entries(CLASS_STYLES).filter(([key]) => family.test(key)).map(([, { colour, ...rest }]) => JSON.stringify(rest));
    assert.equal(new Set(looks).size, looks.length, String(family));
  }
});

test('every class has words in both languages', () => {
  for (const key of Object.keys(CLASS_STYLES)) for (const texts of [swedish, english]) assert.ok(texts[`analysis.class.${key}`], key);
});

test('clusters by number share a style, and an unknown class is drawn all the same', () => {
  assert.equal(styleOf('cluster-7'), CLASS_STYLES.cluster);
  assert.equal(styleOf('something').fill, 'solid');
});

test('without classes places are coloured by their count, most first', () => {
  const features = [1, 2, 3, 4, 5, 6, 7, 8, 9, 1000].map((count) => place({ count }));
  const { column, classes, classOf } = classesOf(features);
  assert.equal(column, 'count');
  assert.deepEqual([features[0], features[9]].map((each) => classOf(each).from), [1, 9]);
  assert.deepEqual(classes.map(({ from, to, count }) => [from, to, count]), [[9, 1000, 2], [7, 8, 2], [5, 6, 2], [3, 4, 2], [1, 2, 2]]);
});

test('a single value is one class and no places are none', () => {
  assert.deepEqual(classesOf([place({ count: 4 }), place({ count: 4 })]).classes.map(({ from, to, count }) => [from, to, count]), [[4, 4, 2]]);
  assert.deepEqual(classesOf([]).classes, []);
  assert.equal(classesOf([place({})]).classes[0].key, 'place');
});
