import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const SOURCES = fileURLToPath(new URL('../src', import.meta.url));
/** A file of ours named from the root: such an address has no build in it and is asked for on every load. */
const FROM_THE_ROOT = /["'`(]\/(?:fonts|images|styles|map|phone|report|i18n)\/[\w./-]+\.(?:js|css|svg|woff2)/;

test('modules and styles name each other and their pictures from where they stand, so that browsers keep them', () => {
  const files = readdirSync(SOURCES, { recursive: true }).filter((name) => /\.(?:js|css)$/.test(name));
  assert.ok(files.length > 400);
  assert.deepEqual(files.filter((name) => FROM_THE_ROOT.test(readFileSync(join(SOURCES, name), 'utf8'))), []);
});
