/** Outlines in degrees as paths on a sheet: true to shape in a plane that touches the globe at their middle. Pure. */

const METRES_PER_DEGREE = 111_195;
/** A map of one place shows its surroundings too. */
const LEAST_METRES = 600;

/**
 * @param {{outline: object, centre: number[]}[]} places GeoJSON MultiPolygons and their middles
 * @param {{width: number, height: number, margin?: number}} sheet
 * @returns {?{places: {path: string, x: number, y: number}[], metresPerUnit: number}} null without places
 */
export function outlineSketch(places, { width, height, margin = 24 }) {
  if (!places.length) return null;
  const all = places.flatMap(({ outline }) => outline.coordinates.flat(2));
  const lons = all.map(([lon]) => lon);
  const lats = all.map(([, lat]) => lat);
  const middle = [(Math.min(...lons) + Math.max(...lons)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2];
  const perLon = METRES_PER_DEGREE * Math.max(0.01, Math.cos((middle[1] * Math.PI) / 180));
  const east = Math.max(LEAST_METRES, (Math.max(...lons) - Math.min(...lons)) * perLon);
  const north = Math.max(LEAST_METRES, (Math.max(...lats) - Math.min(...lats)) * METRES_PER_DEGREE);
  const scale = Math.min((width - 2 * margin) / east, (height - 2 * margin) / north);
  const x = (lon) => round(width / 2 + (lon - middle[0]) * perLon * scale);
  const y = (lat) => round(height / 2 - (lat - middle[1]) * METRES_PER_DEGREE * scale);
  return {
    metresPerUnit: 1 / scale,
    places: places.map(({ outline, centre }) => ({
      path: outline.coordinates.flat().map((ring) => `M${ring.map(([lon, lat]) => `${x(lon)} ${y(lat)}`).join('L')}Z`).join(''),
      x: x(centre[0]),
      y: y(centre[1]),
    })),
  };
}

/** A round length for the scale bar, at most so many metres: 1, 2 or 5 with zeros. */
export function roundLength(metres) {
  const power = 10 ** Math.floor(Math.log10(metres));
  return [5, 2, 1].map((step) => step * power).find((length) => length <= metres) ?? power;
}

/** Numbers that would lie on each other are moved apart downwards; answers places in the same order. */
export function spreadMarks(marks, apart) {
  const placed = [];
  for (const mark of marks) {
    let y = mark.y;
    while (placed.some((other) => Math.abs(other.x - mark.x) < apart && Math.abs(other.y - y) < apart)) y += apart;
    placed.push({ ...mark, y });
  }
  return placed;
}

function round(value) {
  return Math.round(value * 10) / 10;
}
