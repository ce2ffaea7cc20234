import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributes, escape, html, Markup } from '../src/map/lib/html.js';

test('what people wrote cannot become an element', () => {
  const name = '<img src=x onerror=alert(1)>';
  assert.equal(String(html`<li>${name}</li>`), '<li>&lt;img src=x onerror=alert(1)&gt;</li>');
});

test('what people wrote cannot end an attribute', () => {
  assert.equal(String(html`<a title="${'" onclick="x'}">a</a>`), '<a title="&quot; onclick=&quot;x">a</a>');
});

test('templates nest, lists are joined and nothing is nothing', () => {
  const rows = ['a', 'b'].map((each) => html`<li>${each}</li>`);
  assert.equal(String(html`<ul>${rows}${null}${undefined}${false}${0}</ul>`), '<ul><li>a</li><li>b</li>0</ul>');
});

test('only the template makes markup', () => {
  assert.throws(() => new Markup('<b>'), TypeError);
});

test('attributes are bare, quoted or left out', () => {
  assert.equal(String(attributes({ id: 'a"b', disabled: true, hidden: false, title: null })), 'id="a&quot;b" disabled');
  assert.throws(() => attributes({ 'on click': 'x' }), TypeError);
});

test('every sign with a meaning in HTML is escaped', () => {
  assert.equal(escape(`&<>"'`), '&amp;&lt;&gt;&quot;&#39;');
});
