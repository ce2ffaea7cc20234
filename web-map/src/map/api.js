/**
 * The only place that speaks to the service. JSON in and out, problem+json as `ApiProblem`, the CSRF token on what
 * changes something, and a request that a newer one makes outdated is aborted.
 *
 *     const answer = await api.get('/api/hotspots', { parameters: { from }, supersede: 'hotspots' });
 *     answer.body, answer.etag, answer.location, answer.status
 *     await api.put(`/api/measures/${id}`, feature, { ifMatch: answer.etag });
 *
 * What is sent to change something while exactly the same is on its way is the same request, and both get its answer: who
 * presses twice has pressed once. An outdated request rejects with an `AbortError`; `isAbort(error)` tells it from trouble. One that the end of the page
 * overtakes (`logOut()`) is given up and does not settle.
 */
import { leave, whileHere } from './leaving.js';
import { sendTelling } from './lib/upload.js';

export class ApiProblem extends Error {
  /** `body` is the problem+json of the service, or what we know when there was none (code "network" or "http"). */
  constructor(status, body) {
    super(body.detail || body.title || String(status));
    this.name = 'ApiProblem';
    this.status = status;
    this.body = body;
    this.code = body.code ?? 'http';
    this.title = body.title ?? '';
    this.detail = body.detail ?? '';
    this.errors = body.errors ?? [];
  }
}

/** What the service answered. `body` is null for an empty answer. */
export class ApiAnswer {
  constructor(status, body, headers) {
    this.status = status;
    this.body = body;
    this.etag = headers.get('ETag');
    this.location = headers.get('Location');
  }
}

export function isAbort(error) {
  return error?.name === 'AbortError';
}

export class Api {
  static defaults = { language: 'sv', onUnauthenticated: () => {} };

  #options;
  #running = new Map();
  #writing = new Map();

  constructor(options = {}) {
    this.#options = { ...Api.defaults, ...options };
  }

  get(path, options = {}) {
    return this.request('GET', path, options);
  }

  post(path, body, options = {}) {
    return this.request('POST', path, { ...options, body });
  }

  put(path, body, options = {}) {
    return this.request('PUT', path, { ...options, body });
  }

  delete(path, options = {}) {
    return this.request('DELETE', path, options);
  }

  /** The page's last request. What is under way is given up first, and nothing is asked after it. */
  logOut() {
    leave();
    return this.#send('POST', '/logout', { body: new URLSearchParams() });
  }

  /**
   * One request. Options: `parameters` (query), `body` (an object is sent as JSON, a FormData or URLSearchParams as it
   * is), `ifMatch` (ETag), `headers`, `supersede` (name: a newer request of the same name aborts this one), `signal`,
   * `onProgress` (told the share of the body that has been sent, 0 to 1).
   */
  request(method, path, options = {}) {
    const key = writeKey(method, path, options);
    if (key === null) return this.#ask(method, path, options);
    const under = this.#writing.get(key);
    if (under) return under;
    const answer = this.#ask(method, path, options).finally(() => this.#writing.delete(key));
    this.#writing.set(key, answer);
    return answer;
  }

  async #ask(method, path, options) {
    const controller = this.#supersede(options.supersede);
    try {
      return await whileHere((signal) => this.#send(method, path, options, signal), options.signal, controller?.signal);
    } finally {
      if (controller && this.#running.get(options.supersede) === controller) this.#running.delete(options.supersede);
    }
  }

  async #send(method, path, options, signal) {
    let response;
    try {
      const address = withParameters(path, options.parameters);
      const request = { method, headers: this.#headers(method, options), body: encodeBody(options.body), credentials: 'same-origin', signal };
      response = options.onProgress ? await sendTelling(address, request, options.onProgress) : await fetch(address, request);
    } catch (error) {
      if (isAbort(error)) throw error;
      throw new ApiProblem(0, { code: 'network', detail: error.message });
    }
    const body = await readBody(response);
    if (response.ok) return new ApiAnswer(response.status, body, response.headers);
    if (response.status === 401) this.#options.onUnauthenticated();
    throw new ApiProblem(response.status, body && typeof body === 'object' ? body : { title: response.statusText });
  }

  #headers(method, { body, ifMatch, headers }) {
    const all = { Accept: 'application/json, application/geo+json, application/problem+json' };
    all['Accept-Language'] = this.#options.language;
    if (isPlain(body)) all['Content-Type'] = 'application/json';
    if (ifMatch) all['If-Match'] = ifMatch;
    if (method !== 'GET' && method !== 'HEAD') {
      const token = cookie('XSRF-TOKEN');
      if (token) all['X-XSRF-TOKEN'] = token;
    }
    return { ...all, ...headers };
  }

  #supersede(name) {
    if (!name) return null;
    this.#running.get(name)?.abort();
    const controller = new AbortController();
    this.#running.set(name, controller);
    return controller;
  }
}

/** `path` with query parameters; null, undefined and '' are left out. */
export function withParameters(path, parameters = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== '') query.set(name, value);
  }
  const text = query.toString().replaceAll('%2C', ',');
  return text ? `${path}${path.includes('?') ? '&' : '?'}${text}` : path;
}

/** Names what would be changed; null for what changes nothing, is a file, or that its sender may give up. */
function writeKey(method, path, { body, parameters, ifMatch, supersede, signal }) {
  if (method === 'GET' || method === 'HEAD' || supersede || signal || (body !== undefined && !isPlain(body))) return null;
  return JSON.stringify([method, withParameters(path, parameters), ifMatch ?? null, body ?? null]);
}

function isPlain(body) {
  return body !== undefined && !(body instanceof FormData) && !(body instanceof URLSearchParams);
}

function encodeBody(body) {
  return isPlain(body) ? JSON.stringify(body) : body;
}

async function readBody(response) {
  if (response.status === 204 || response.status === 304) return null;
  const type = response.headers.get('Content-Type') ?? '';
  const text = await response.text();
  if (!text) return null;
  if (!/json/.test(type)) return text;
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiProblem(response.status, { code: 'http', detail: `${response.url}: not JSON` });
  }
}

function cookie(name) {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : '';
}
