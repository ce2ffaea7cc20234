import assert from 'node:assert/strict';
import { test } from 'node:test';
import { embedText, slugOf } from '../src/map/ui/waves/waveWords.js';

test('an address is made of the title', () => {
  assert.equal(slugOf('Trygghet våren 2026!'), 'trygghet-varen-2026');
  assert.equal(slugOf('  ÅÄÖ – Stora  torget '), 'aao-stora-torget');
  assert.equal(slugOf(`${'x'.repeat(59)} y`), 'x'.repeat(59));
});

test('a title cannot break out of the text for a web page', () => {
  assert.equal(embedText('A & <b>"B"', 'https://k/survey/a'), '<p><a href="https://k/survey/a">A &amp; &lt;b&gt;&quot;B&quot;</a></p>');
});
