/** Boxes in degrees as the service writes them: [west, south, east, north]. */

/** The box of any GeoJSON geometry with coordinates. */
export function boundsOfGeometry({ coordinates }) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  const take = (part) => {
    if (typeof part[0] !== 'number') part.forEach(take);
    else {
      const [lon, lat] = part;
      box[0] = Math.min(box[0], lon);
      box[1] = Math.min(box[1], lat);
      box[2] = Math.max(box[2], lon);
      box[3] = Math.max(box[3], lat);
    }
  };
  take(coordinates);
  return box;
}

/** The box around all of `boxes`, of which there is at least one. */
export function joinBounds(boxes) {
  return boxes.reduce(([w0, s0, e0, n0], [w1, s1, e1, n1]) => [Math.min(w0, w1), Math.min(s0, s1), Math.max(e0, e1), Math.max(n0, n1)]);
}

/** True when two boxes share a point. */
export function boundsMeet([w0, s0, e0, n0], [w1, s1, e1, n1]) {
  return w0 <= e1 && w1 <= e0 && s0 <= n1 && s1 <= n0;
}

/** The box grown by so many degrees on each side, within the world, to a ten-thousandth of a degree. */
export function grownBounds([west, south, east, north], degrees) {
  return [Math.max(-180, west - degrees), Math.max(-90, south - degrees), Math.min(180, east + degrees), Math.min(90, north + degrees)].map(
    (edge) => Math.round(edge * 1e4) / 1e4,
  );
}
