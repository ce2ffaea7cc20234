/**
 * How the heat surface is made: the shape and distance of its smoothing, and what is done at the boundary. What is not
 * chosen is automatic and left out, of the address as of the questions to the service.
 */
export const KERNELS = Object.freeze(['quartic', 'epanechnikov', 'triweight', 'triangular', 'uniform', 'gaussian']);
/** Distances to choose from, metres. */
export const BANDWIDTHS = Object.freeze([100, 200, 300, 500, 1000, 2000]);
export const EDGES = Object.freeze(['none', 'uniform', 'diggle']);

const MOST_METRES = 100_000;
const POSSIBLE = {
  kernel: (value) => KERNELS.slice(1).includes(value),
  bandwidth: (value) => /^\d{1,6}$/.test(value) && Number(value) >= 1 && Number(value) <= MOST_METRES,
  edge: (value) => EDGES.slice(1).includes(value),
};

/** `kernel:triweight,bandwidth:500,edge:diggle` for the parts that are chosen. */
export function encodeHeat(heat) {
  return Object.keys(POSSIBLE)
    .filter((name) => heat[name])
    .map((name) => `${name}:${heat[name]}`)
    .join(',');
}

/** Reads it back; what is impossible is automatic. */
export function decodeHeat(text) {
  const heat = {};
  for (const part of text.split(',')) {
    const [name, value = ''] = part.split(':');
    if (Object.hasOwn(POSSIBLE, name) && POSSIBLE[name](value)) heat[name] = value;
  }
  return heat;
}

/** The choice with one part of it changed; a default is left out. */
export function withHeat(heat, name, value) {
  return decodeHeat(encodeHeat({ ...heat, [name]: value }));
}
