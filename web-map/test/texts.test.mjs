import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import english from '../src/i18n/en.js';
import swedish from '../src/i18n/sv.js';

const SOURCES = fileURLToPath(new URL('../src/', import.meta.url));

function filesBelow(folder, ending) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }));
}

const places = (text) => JSON.stringify(Object.values(typeof text === 'string' ? { text } : text).map((each) => [...each.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort())[0]);

test('Swedish and English say the same things', () => {
  assert.deepEqual(Object.keys(swedish).sort(), Object.keys(english).sort());
});

test('both languages have the same arguments in a text', () => {
  for (const key of Object.keys(swedish)) assert.equal(places(english[key]), places(swedish[key]), key);
});

test('no key has its text in two files', async () => {
  const keys = [];
  for (const name of readdirSync(`${SOURCES}/i18n`).filter((file) => file.endsWith('.sv.js')).map((file) => file.replace('.sv.js', ''))) keys.push(...Object.keys((await import(`../src/i18n/${name}.sv.js`)).default));
  assert.deepEqual(keys.filter((key, i) => keys.indexOf(key) !== i), []);
});

test('every text that the page asks for exists', () => {
  const missing = [];
  for (const { name, text } of [...filesBelow(SOURCES, '.js'), ...filesBelow(SOURCES, '.html')]) {
    for (const [, key] of text.matchAll(/(?:\bt\(\s*|data-t(?:-label|-title)?=)['"]([\w.-]+)['"]/g)) if (!(key in swedish)) missing.push(`${name}: ${key}`);
    for (const [, start] of text.matchAll(/\bt\(`([\w.-]+)\$\{/g)) {
      if (!Object.keys(swedish).some((key) => key.startsWith(start))) missing.push(`${name}: ${start}…`);
    }
  }
  assert.deepEqual(missing, []);
});

test('HTML is made by the one template only', () => {
  const offenders = filesBelow(SOURCES, '.js').filter(({ name, text }) => !name.endsWith('lib/html.js') && /\.(innerHTML|outerHTML|insertAdjacentHTML)\b|document\.write\b/.test(text));
  assert.deepEqual(offenders.map(({ name }) => name), []);
});

test('no template has an inline style or handler, which the page’s own policy would refuse', () => {
  const offenders = [...filesBelow(SOURCES, '.js'), ...filesBelow(SOURCES, '.html')].filter(({ text }) => /<[a-z][^>]*\s(style|on[a-z]+)=/.test(text));
  assert.deepEqual(offenders.map(({ name }) => name), []);
});

test('colours and sizes in pixels of the page stand in tokens.css', () => {
  const offenders = filesBelow(`${SOURCES}/styles`, '.css')
    .filter(({ name }) => name !== 'tokens.css')
    .flatMap(({ name, text }) => [...text.matchAll(/#[0-9a-f]{3,8}\b|z-index:\s*\d+/g)].map(([found]) => `${name}: ${found}`));
  assert.deepEqual(offenders, []);
});
