import assert from 'node:assert/strict';
import { test } from 'node:test';
import { participantLines, readParticipants } from '../src/map/ui/walks/participants.js';

test('groups are read line by line and written back alike', () => {
  const groups = [{ organisation: 'Boende', number: 8 }, { organisation: 'Hyresgästföreningen i Lägesby', number: 2 }];
  assert.deepEqual(readParticipants('Boende: 8\n\n Hyresgästföreningen i Lägesby 2 '), groups);
  assert.deepEqual(readParticipants(participantLines(groups)), groups);
});

test('a line without a number is a fault, and none at all is nobody', () => {
  assert.equal(readParticipants('Boende'), null);
  assert.equal(readParticipants('Boende: 0'), null);
  assert.deepEqual(readParticipants(''), []);
});
