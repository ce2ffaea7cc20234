import test from 'node:test';
import assert from 'node:assert/strict';
import { differences, mergeVersions } from '../src/map/lib/measureDiff.js';

const measure = (properties, coordinates = [13, 58]) => ({
  type: 'Feature',
  id: 'm1',
  geometry: { type: 'Point', coordinates },
  properties: { code: 'LJU-1', title: 'Ny lampa', owner: 'Gata', status: 'proposed', dueOn: null, note: null, version: 1, ...properties },
});

test('differences name the field, both values and who changed it', () => {
  const base = measure({});
  const current = measure({ owner: 'Park', note: 'Offert kommen', version: 2 });
  const yours = measure({ owner: 'Bolaget', dueOn: '2026-12-01' });
  assert.deepEqual(
    differences(current, yours, base).map((d) => [d.field, d.current, d.yours, d.changedBy]),
    [
      ['owner', 'Park', 'Bolaget', 'both'],
      ['dueOn', null, '2026-12-01', 'you'],
      ['note', 'Offert kommen', null, 'them'],
    ],
  );
});

test('an empty note and no note are the same', () => {
  assert.deepEqual(differences(measure({ note: '' }), measure({ note: null })), []);
});

test('a merge keeps the server version and takes only what was chosen', () => {
  const current = measure({ owner: 'Park', note: 'Offert kommen', version: 2 });
  const yours = measure({ owner: 'Bolaget', title: 'Ny lampa vid bron' }, [13.1, 58.1]);
  const merged = mergeVersions(current, yours, { owner: 'current', title: 'yours', geometry: 'yours' });
  assert.equal(merged.properties.owner, 'Park');
  assert.equal(merged.properties.title, 'Ny lampa vid bron');
  assert.equal(merged.properties.note, 'Offert kommen');
  assert.equal(merged.properties.version, 2);
  assert.deepEqual(merged.geometry.coordinates, [13.1, 58.1]);
  assert.equal(current.properties.title, 'Ny lampa', 'the inputs stay as they were');
});
