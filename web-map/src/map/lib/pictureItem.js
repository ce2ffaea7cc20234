/**
 * Which part of the situation picture the address names: a picture, a place in it, or the picture with today's data.
 * `12`, `12/spot/5`, `12/today`; anything else is the newest picture.
 */
export function pictureItem(item) {
  const [id, part, spot] = String(item ?? '').split('/');
  const number = whole(id);
  if (number === null) return { id: null, spot: null, today: false };
  return { id: number, spot: part === 'spot' ? whole(spot) : null, today: part === 'today' };
}

/** The same as text for the address. */
export function pictureAddress({ id, spot = null, today = false }) {
  if (id === null) return null;
  if (today) return `${id}/today`;
  return spot === null ? String(id) : `${id}/spot/${spot}`;
}

function whole(text) {
  return /^[1-9]\d{0,17}$/.test(text ?? '') ? Number(text) : null;
}
