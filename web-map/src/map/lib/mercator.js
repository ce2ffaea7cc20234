/**
 * Web Mercator as the tile world sees it: x and y from 0 (west, north) to 1 (east, south). Lon and lat in degrees WGS 84.
 */
export function worldX(lon) {
  return lon / 360 + 0.5;
}

export function worldY(lat) {
  const sine = Math.sin((lat * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

export function lonOf(x) {
  return (x - 0.5) * 360;
}

export function latOf(y) {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}

/** Size of one screen pixel on the ground in metres, with 256 px tiles. */
export function metresPerPixel(lat, zoom) {
  return (40_075_016.686 * Math.cos((lat * Math.PI) / 180)) / (256 * 2 ** zoom);
}

/** The parts of a GeoJSON geometry as flat world coordinates: { kind: 'point' | 'line' | 'area', parts }. */
export function worldGeometry({ type, coordinates }) {
  const flat = (positions) => Float64Array.from(positions.flatMap(([lon, lat]) => [worldX(lon), worldY(lat)]));
  switch (type) {
    case 'Point':
      return { kind: 'point', parts: [flat([coordinates])] };
    case 'MultiPoint':
      return { kind: 'point', parts: coordinates.map((each) => flat([each])) };
    case 'LineString':
      return { kind: 'line', parts: [flat(coordinates)] };
    case 'MultiLineString':
      return { kind: 'line', parts: coordinates.map(flat) };
    case 'Polygon':
      return { kind: 'area', parts: coordinates.map(flat) };
    case 'MultiPolygon':
      return { kind: 'area', parts: coordinates.flat().map(flat) };
    default:
      throw new TypeError(`geometry type ${type} is not one we draw`);
  }
}
