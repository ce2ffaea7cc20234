/**
 * The report being written. Kept on the phone at every change, so that a call, a flat battery or a reload costs
 * nothing; gone when the report is on its way.
 */
import { newKey } from './newKey.js';
import { whenOf } from './when.js';

const NAME = 'draft';

export function emptyDraft() {
  return { key: newKey(), step: 'what', type: null, place: null, when: { kind: 'now', day: '', time: '' }, words: '', photos: [], joins: null, editing: null };
}

/** True when something has been chosen or written that somebody would miss. */
export function isBegun(draft) {
  return Boolean(draft.type || draft.place || draft.words || draft.photos.length);
}

/** What POST /api/reports takes, without the key. */
export function bodyOf(draft, writtenAt) {
  const { lon, lat, accuracyMetres, words } = draft.place;
  const body = { type: draft.type, words: draft.words.trim(), place: { lon, lat, accuracyMetres, words }, when: whenOf(draft.when, writtenAt) };
  return draft.joins ? { ...body, joins: draft.joins } : body;
}

/** A draft made again from a report that the service refused, or that is to be changed. */
export function draftOf({ key, body, photos = [], editing = null }) {
  const [day, time = ''] = (body.when ?? '').split('T');
  return {
    ...emptyDraft(),
    key,
    step: 'describe',
    type: body.type,
    place: { how: body.place.lon == null ? 'words' : 'map', ...body.place },
    when: day ? { kind: 'then', day, time: time.slice(0, 5) } : { kind: 'now', day: '', time: '' },
    words: body.words ?? '',
    photos: photos.filter(({ blob }) => blob),
    editing,
  };
}

export class KeptDraft {
  #store;
  #account;

  constructor(store, account) {
    this.#store = store;
    this.#account = account;
  }

  async find() {
    const kept = await this.#store.recall(NAME);
    return kept?.account === this.#account ? kept.draft : null;
  }

  keep(draft) {
    return this.#store.remember(NAME, { account: this.#account, draft }).catch(() => {});
  }

  drop() {
    return this.#store.forget(NAME).catch(() => {});
  }
}
