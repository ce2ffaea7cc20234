/** Publish (Publicera): the list of what is and has been public, and one publication from its profile to its address. */
import { readItem } from '../../lib/publicationPlan.js';
import { NewPublication } from '../publications/newPublication.js';
import { PublicationDesk } from '../publications/publicationDesk.js';
import { PublicationList } from '../publications/publicationList.js';
import { PublicationView } from '../publications/publicationView.js';

export default class PublishPage {
  #app;
  #go;
  #root = null;
  #part = null;
  #desk = null;

  constructor(app, { go }) {
    this.#app = app;
    this.#go = go;
  }

  get title() {
    return this.#app.t('publish.page');
  }

  open(root, item) {
    this.#root = root;
    this.show(item);
    return this;
  }

  show(item) {
    const { publication, step, making } = readItem(item);
    if (publication && this.#desk?.id === publication) return this.#part.show(step ?? null);
    const moved = this.#part !== null;
    this.#leave();
    // what had the focus is gone
    if (moved) this.#root.closest('.page')?.querySelector('.page__title')?.focus();
    const options = { go: this.#go };
    if (!publication) {
      this.#part = making ? new NewPublication(this.#app, this.#root, options) : new PublicationList(this.#app, this.#root, options);
      return this.#part.open();
    }
    this.#desk = new PublicationDesk(this.#app, publication);
    this.#part = new PublicationView(this.#app, this.#root, { ...options, desk: this.#desk, step: step ?? null });
    this.#part.open();
    return this.#desk.open();
  }

  close() {
    this.#leave();
  }

  #leave() {
    this.#part?.close();
    this.#desk?.close();
    this.#part = null;
    this.#desk = null;
    this.#root?.replaceChildren();
  }
}
