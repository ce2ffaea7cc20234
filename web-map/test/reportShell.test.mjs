import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const SOURCES = fileURLToPath(new URL('../src', import.meta.url));
const MOST_BYTES = 150_000;
/** What draws the map: fetched apart, when a map is wanted. */
const BASE_MAP = '/phone/pickerMap.js';

const read = (address) => readFileSync(`${SOURCES}${address}`, 'utf8');
const listed = read('/report/shell.txt').split('\n').map((line) => line.trim()).filter((line) => line && !line.startsWith('#'));

/** Modules that `address` needs, itself among them. */
function reachable(address, seen = new Set(), skip = []) {
  if (seen.has(address) || skip.includes(address)) return seen;
  seen.add(address);
  const folder = address.slice(0, address.lastIndexOf('/') + 1);
  for (const [, named] of read(address).matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)) reachable(new URL(named, `http://x${folder}`).pathname, seen, skip);
  return seen;
}

function styles() {
  return [...read('/report.html').matchAll(/href="(\/styles\/[^"]+)"/g)].map(([, address]) => address);
}

test('the list of what a phone keeps holds every file that the page needs', () => {
  const needed = ['/report', '/images/icons.svg', '/images/lageskarta.svg', '/fonts/source-sans-3-latin-wght-normal.woff2', ...styles(), ...reachable('/report/report.js'), ...reachable('/report/words.sv.js'), ...reachable('/report/words.en.js')];
  assert.deepEqual(needed.filter((address) => !listed.includes(address)).sort(), []);
  assert.deepEqual(listed.filter((address) => !needed.includes(address) && !address.startsWith('/webjars/')).sort(), []);
});

test('without the base map the page is at most 150 kB as it is sent', () => {
  const text = ['/report.html', ...styles(), ...reachable('/report/report.js', new Set(), [BASE_MAP]), ...reachable('/report/words.sv.js'), '/images/icons.svg'];
  const sent = text.reduce((sum, address) => sum + gzipSync(read(address)).length, 0) + statSync(`${SOURCES}/fonts/source-sans-3-latin-wght-normal.woff2`).size;
  assert.ok(sent <= MOST_BYTES, `${sent} bytes`);
});
