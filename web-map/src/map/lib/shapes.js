// Length, area and simple constructions on GeoJSON geometries in lon/lat degrees. Everything is worked out on the
// sphere of Earth's mean radius: against the ellipsoid the error is below 0.6 %, which a summary in whole metres bears.

const EARTH_RADIUS_METRES = 6371008.8;
const RADIANS = Math.PI / 180;

/**
 * Distance between two points.
 * @param {number[]} a lon, lat in degrees
 * @param {number[]} b lon, lat in degrees
 * @returns {number} metres
 */
export function distanceMetres([lonA, latA], [lonB, latB]) {
  const sinLat = Math.sin(((latB - latA) * RADIANS) / 2);
  const sinLon = Math.sin(((lonB - lonA) * RADIANS) / 2);
  const h = sinLat ** 2 + Math.cos(latA * RADIANS) * Math.cos(latB * RADIANS) * sinLon ** 2;
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Length of a chain of lon/lat points in metres. */
export function lengthMetres(points) {
  let sum = 0;
  for (let i = 1; i < points.length; i++) sum += distanceMetres(points[i - 1], points[i]);
  return sum;
}

/**
 * Area of a ring (closed or not) in square metres (Chamberlain & Duquette 2007, "Some algorithms for polygons on a
 * sphere").
 */
export function ringAreaSquareMetres(ring) {
  let sum = 0;
  for (let i = 0; i < ring.length; i++) {
    const [lonA, latA] = ring[i];
    const [lonB, latB] = ring[(i + 1) % ring.length];
    sum += (lonB - lonA) * RADIANS * (2 + Math.sin(latA * RADIANS) + Math.sin(latB * RADIANS));
  }
  return Math.abs((sum * EARTH_RADIUS_METRES ** 2) / 2);
}

/** Area of a Polygon or MultiPolygon in square metres, holes taken off; 0 for other geometries. */
export function areaSquareMetres(geometry) {
  const polygons =
    geometry?.type === 'Polygon' ? [geometry.coordinates] : geometry?.type === 'MultiPolygon' ? geometry.coordinates : [];
  let sum = 0;
  for (const [outer, ...holes] of polygons) {
    sum += ringAreaSquareMetres(outer) - holes.reduce((taken, hole) => taken + ringAreaSquareMetres(hole), 0);
  }
  return sum;
}

/** All corner points of a geometry, in order. */
export function pointsOf(geometry) {
  if (!geometry) return [];
  if (geometry.type === 'Point') return [geometry.coordinates];
  if (geometry.type === 'LineString' || geometry.type === 'MultiPoint') return geometry.coordinates;
  if (geometry.type === 'Polygon' || geometry.type === 'MultiLineString') return geometry.coordinates.flat();
  return geometry.coordinates.flat(2);
}

/** Bounds of a geometry as [west, south, east, north], or null when it is empty. */
export function boundsOf(geometry) {
  const points = pointsOf(geometry);
  if (points.length === 0) return null;
  const lons = points.map((p) => p[0]);
  const lats = points.map((p) => p[1]);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** The middle of a geometry's bounds as lon, lat. */
export function middleOf(geometry) {
  const bounds = boundsOf(geometry);
  return bounds && [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2];
}

/**
 * The point a given way from another.
 * @param {number[]} from lon, lat in degrees
 * @param {number} eastMetres
 * @param {number} northMetres
 */
export function movePoint([lon, lat], eastMetres, northMetres) {
  const dLat = northMetres / EARTH_RADIUS_METRES / RADIANS;
  const dLon = eastMetres / (EARTH_RADIUS_METRES * Math.cos(lat * RADIANS)) / RADIANS;
  return [round(lon + dLon), round(lat + dLat)];
}

/** A geometry moved as a whole by degrees. */
export function shiftGeometry(geometry, dLon, dLat) {
  const shift = (c) => (typeof c[0] === 'number' ? [round(c[0] + dLon), round(c[1] + dLat)] : c.map(shift));
  return { ...geometry, coordinates: shift(geometry.coordinates) };
}

/**
 * A circle as a polygon, counter-clockwise as RFC 7946 asks.
 * @param {number[]} centre lon, lat in degrees
 * @param {number} radiusMetres
 * @param {number} [corners]
 */
export function circle(centre, radiusMetres, corners = 48) {
  const ring = [];
  for (let i = 0; i < corners; i++) {
    const angle = (2 * Math.PI * i) / corners;
    ring.push(movePoint(centre, radiusMetres * Math.cos(angle), radiusMetres * Math.sin(angle)));
  }
  ring.push(ring[0]);
  return { type: 'Polygon', coordinates: [ring] };
}

/**
 * The geometry that drawn corners make.
 * @param {'point'|'line'|'area'} shape
 * @param {number[][]} points lon, lat
 * @returns {?object} null while there are too few different corners
 */
export function geometryOf(shape, points) {
  const corners = points.map(([lon, lat]) => [round(lon), round(lat)]).filter((p, i, all) => i === 0 || !samePoint(p, all[i - 1]));
  if (shape === 'point') return corners.length > 0 ? { type: 'Point', coordinates: corners[corners.length - 1] } : null;
  if (shape === 'line') return corners.length > 1 ? { type: 'LineString', coordinates: corners } : null;
  if (corners.length > 1 && samePoint(corners[0], corners[corners.length - 1])) corners.pop();
  if (corners.length < 3) return null;
  const ring = signedDegrees(corners) < 0 ? [...corners].reverse() : corners;
  return { type: 'Polygon', coordinates: [[...ring, ring[0]]] };
}

/** The corners a person can take hold of, without the closing repeat of an area. */
export function cornersOf(geometry) {
  if (!geometry) return [];
  if (geometry.type === 'Point') return [geometry.coordinates];
  if (geometry.type === 'LineString') return geometry.coordinates;
  const outer = geometry.type === 'Polygon' ? geometry.coordinates[0] : geometry.coordinates[0][0];
  return outer.slice(0, -1);
}

/** 'point', 'line' or 'area' for a GeoJSON geometry. */
export function shapeOf(geometry) {
  if (!geometry) return null;
  return { Point: 'point', MultiPoint: 'point', LineString: 'line', MultiLineString: 'line' }[geometry.type] ?? 'area';
}

/** True when the sides of a drawn area cross each other, which no area on a map may do. */
export function crossesItself(corners) {
  const n = corners.length;
  for (let i = 0; i < n; i++) {
    for (let j = i + 2; j < n; j++) {
      if (i === 0 && j === n - 1) continue;
      if (segmentsCross(corners[i], corners[(i + 1) % n], corners[j], corners[(j + 1) % n])) return true;
    }
  }
  return false;
}

function segmentsCross(a, b, c, d) {
  const side = (p, q, r) => Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

function signedDegrees(corners) {
  return corners.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = corners[(i + 1) % corners.length];
    return sum + x * nextY - nextX * y;
  }, 0);
}

function samePoint(a, b) {
  return a[0] === b[0] && a[1] === b[1];
}

/** Seven decimals of a degree are a centimetre. */
function round(degrees) {
  return Math.round(degrees * 1e7) / 1e7;
}
