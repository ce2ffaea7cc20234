/** The list of exports as the page shows it: what was taken in words, and how the request ended. Pure functions. */

/** Kinds whose name in the list is more than the kind itself: the layer or the method stands in the address. */
const NAMED = /^\/(?:data|api\/analyses)\/([a-z0-9-]+)\.([a-z0-9]+)$/;

/** { name, form } of an address: `/data/incidents.csv` is incidents as csv; name is null where the kind says it all. */
export function takenOf(address) {
  const named = NAMED.exec(address);
  if (named) return { name: named[1], form: named[2] };
  const form = /\.([a-z0-9]{2,7})$/.exec(address);
  return { name: null, form: form ? form[1] : '' };
}

/** How a request ended: 'sent', 'same' (the asker had it already), 'refused', 'failed' or 'unknown' when nobody was told. */
export function endOf({ status }) {
  if (status === null || status === undefined) return 'unknown';
  if (status === 304) return 'same';
  if (status < 300) return 'sent';
  return status < 500 ? 'refused' : 'failed';
}

/** The question to the service; what is left empty is not asked for. `before` continues an older part of the list. */
export function exportQuestion({ who = '', what = '', from = '', to = '' }, before = null) {
  const asked = Object.entries({ who: who.trim(), what, from, to, before }).filter(([, value]) => value !== '' && value !== null);
  const query = new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString();
  return `/api/exports${query ? `?${query}` : ''}`;
}
