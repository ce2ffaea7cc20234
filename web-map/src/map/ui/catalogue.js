/** The catalogue of measures, asked for once. */
export class Catalogue {
  #api;
  #asked = null;

  constructor(api) {
    this.#api = api;
  }

  /** All entries, the blocked ones included. A failed question is asked again next time. */
  entries() {
    this.#asked ??= this.#api
      .get('/api/measure-catalogue')
      .then((answer) => answer.body.measures)
      .catch((error) => {
        this.#asked = null;
        throw error;
      });
    return this.#asked;
  }
}
