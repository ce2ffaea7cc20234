/**
 * The end of a page. Who logs out leaves it while maps, lists and counters still ask; an answer to that would only be a
 * refusal. Once the page is being left, what is under way is given up and nothing is asked any more.
 *
 *     await whileHere((signal) => fetch(address, { signal }), ownSignal)
 *     leave();
 */
const end = new AbortController();

/** From now on nothing is asked, and nobody who waits for an answer hears of it: the page is about to go. */
export function leave() {
  end.abort();
}

/**
 * Asks unless the page is being left.
 *
 * @param {(signal: AbortSignal) => Promise} ask given a signal that is aborted with the page or with one of `signals`
 * @param {(AbortSignal|undefined)[]} signals of those who may give it up earlier
 * @returns what `ask` answers; a promise that never settles when the end of the page comes first
 */
export async function whileHere(ask, ...signals) {
  if (end.signal.aborted) return never();
  const controller = new AbortController();
  const stop = () => controller.abort();
  const heard = [end.signal, ...signals].filter(Boolean);
  for (const signal of heard) signal.addEventListener('abort', stop);
  if (heard.some(({ aborted }) => aborted)) stop();
  try {
    return await ask(controller.signal);
  } catch (error) {
    if (end.signal.aborted) return never();
    throw error;
  } finally {
    for (const signal of heard) signal.removeEventListener('abort', stop);
  }
}

function never() {
  return new Promise(() => {});
}
