/**
 * SWEREF 99 TM (EPSG:3006) ↔ WGS 84 with Krüger's series in Lantmäteriet's form ("Gauss conformal projection,
 * transverse Mercator, Krüger's formulas"): good to under a millimetre within Sweden, where SWEREF 99 and WGS 84 are
 * taken as equal. Lon, lat in degrees; north, east in metres.
 */
const A = 6_378_137;
const F = 1 / 298.257222101;
const K0 = 0.9996;
const LON0 = (15 * Math.PI) / 180;
const EAST0 = 500_000;

const N = F / (2 - F);
const A_HAT = (A / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64);
const E2 = F * (2 - F);

const TO_CONFORMAL = [
  E2,
  (5 * E2 ** 2 - E2 ** 3) / 6,
  (104 * E2 ** 3 - 45 * E2 ** 4) / 120,
  (1237 * E2 ** 4) / 1260,
];
const BETA = [
  N / 2 - (2 * N ** 2) / 3 + (5 * N ** 3) / 16 + (41 * N ** 4) / 180,
  (13 * N ** 2) / 48 - (3 * N ** 3) / 5 + (557 * N ** 4) / 1440,
  (61 * N ** 3) / 240 - (103 * N ** 4) / 140,
  (49561 * N ** 4) / 161280,
];
const DELTA = [
  N / 2 - (2 * N ** 2) / 3 + (37 * N ** 3) / 96 - N ** 4 / 360,
  N ** 2 / 48 + N ** 3 / 15 - (437 * N ** 4) / 1440,
  (17 * N ** 3) / 480 - (37 * N ** 4) / 840,
  (4397 * N ** 4) / 161280,
];
const FROM_CONFORMAL = [
  E2 + E2 ** 2 + E2 ** 3 + E2 ** 4,
  -(7 * E2 ** 2 + 17 * E2 ** 3 + 30 * E2 ** 4) / 6,
  (224 * E2 ** 3 + 889 * E2 ** 4) / 120,
  -(4279 * E2 ** 4) / 1260,
];

/** Where SWEREF 99 TM is a sensible way to name a place: Sweden with its waters. */
export function inSweden(lon, lat) {
  return lon >= 10 && lon <= 25 && lat >= 54.5 && lat <= 69.5;
}

/** @returns {{north: number, east: number}} metres */
export function toSweref(lon, lat) {
  const phi = (lat * Math.PI) / 180;
  const dLon = (lon * Math.PI) / 180 - LON0;
  const s = Math.sin(phi);
  const [c0, c1, c2, c3] = TO_CONFORMAL;
  const conformal = phi - s * Math.cos(phi) * (c0 + s ** 2 * (c1 + s ** 2 * (c2 + c3 * s ** 2)));
  const xi = Math.atan2(Math.tan(conformal), Math.cos(dLon));
  const eta = Math.atanh(Math.cos(conformal) * Math.sin(dLon));
  let north = xi;
  let east = eta;
  BETA.forEach((beta, i) => {
    const m = 2 * (i + 1);
    north += beta * Math.sin(m * xi) * Math.cosh(m * eta);
    east += beta * Math.cos(m * xi) * Math.sinh(m * eta);
  });
  return { north: K0 * A_HAT * north, east: EAST0 + K0 * A_HAT * east };
}

/** @returns {{lon: number, lat: number}} degrees */
export function fromSweref(north, east) {
  const x = north / (K0 * A_HAT);
  const y = (east - EAST0) / (K0 * A_HAT);
  let xi = x;
  let eta = y;
  DELTA.forEach((delta, i) => {
    const m = 2 * (i + 1);
    xi -= delta * Math.sin(m * x) * Math.cosh(m * y);
    eta -= delta * Math.cos(m * x) * Math.sinh(m * y);
  });
  const conformal = Math.asin(Math.sin(xi) / Math.cosh(eta));
  const s = Math.sin(conformal);
  const [c0, c1, c2, c3] = FROM_CONFORMAL;
  const phi = conformal + s * Math.cos(conformal) * (c0 + s ** 2 * (c1 + s ** 2 * (c2 + c3 * s ** 2)));
  const lon = LON0 + Math.atan2(Math.sinh(eta), Math.cos(xi));
  return { lon: (lon * 180) / Math.PI, lat: (phi * 180) / Math.PI };
}
