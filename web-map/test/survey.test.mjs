import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SurveyMemory, randomWord } from '../src/phone/survey/surveyMemory.js';
import { easyWords, paragraphs, questionWords, waveText, waveTextLanguage } from '../src/phone/survey/surveyWords.js';

class Store {
  kept = new Map();
  getItem(key) { return this.kept.get(key) ?? null; }
  setItem(key, value) { this.kept.set(key, value); }
  removeItem(key) { this.kept.delete(key); }
}

test('a device keeps one random word a wave, and another for another wave', () => {
  const store = new Store();
  const word = new SurveyMemory('a', store).respondent;
  assert.match(word, /^[A-Za-z0-9_-]{32}$/);
  assert.equal(new SurveyMemory('a', store).respondent, word);
  assert.notEqual(new SurveyMemory('b', store).respondent, word);
});

test('a changed mark keeps its place in the list, and a removed one is gone', () => {
  const memory = new SurveyMemory('a', new Store());
  memory.keepMark({ key: '1', words: 'x' });
  memory.keepMark({ key: '2' });
  memory.keepMark({ key: '1', words: 'y' });
  assert.deepEqual(memory.marks.map(({ key, words }) => key + (words ?? '')), ['1y', '2']);
  memory.dropMark('1');
  assert.deepEqual(memory.marks.map(({ key }) => key), ['2']);
});

test('forgetting takes everything away', () => {
  const store = new Store();
  const memory = new SurveyMemory('a', store);
  memory.keepMark({ key: '1' });
  memory.keepAnswers({ q1: 3 });
  memory.forget();
  assert.equal(store.kept.size, 0);
  assert.deepEqual(memory.marks, []);
});

test('a browser that keeps nothing still lets one answer', () => {
  const memory = new SurveyMemory('a', { getItem() { throw new Error('no'); }, setItem() { throw new Error('no'); }, removeItem() { throw new Error('no'); } });
  memory.keepMark({ key: '1' });
  assert.equal(memory.respondent, memory.respondent);
  assert.equal(memory.marks.length, 1);
});

test('what is kept in a broken way is nothing', () => {
  const store = new Store();
  store.setItem('lageskarta.survey.a', '[1');
  assert.deepEqual(new SurveyMemory('a', store).marks, []);
});

test('a text is read in English or easy Swedish where it has been written so', () => {
  const wave = { introduction: 'Hej', introductionEn: '', introductionEasy: 'Lätt', title: 'T', titleEn: 'E' };
  assert.equal(waveText(wave, 'introduction', 'en'), 'Hej');
  assert.equal(waveTextLanguage(wave, 'introduction', 'en'), 'sv');
  assert.equal(waveText(wave, 'introduction', 'sv', true), 'Lätt');
  assert.equal(waveText(wave, 'title', 'en'), 'E');
  assert.deepEqual(questionWords({ text: 'Kön', textEn: 'Sex', choices: ['K'], choicesEn: [] }, 'en'), { text: 'Sex', choices: ['K'] });
});

test('easy words are taken where there are some', () => {
  const texts = { 'a': 'lång', 'a.easy': 'lätt', 'b': 'b' };
  const t = Object.assign((key) => texts[key], { has: (key) => key in texts, locale: 'sv' });
  assert.equal(easyWords(t, true)('a'), 'lätt');
  assert.equal(easyWords(t, true)('b'), 'b');
  assert.equal(easyWords(t, false)('a'), 'lång');
});

test('empty lines part paragraphs', () => {
  assert.deepEqual(paragraphs('ett\nrad\n\n  två \n\n'), ['ett\nrad', 'två']);
});

test('random words do not repeat', () => {
  assert.equal(new Set(Array.from({ length: 1000 }, () => randomWord(15))).size, 1000);
});
