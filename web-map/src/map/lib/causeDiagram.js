/**
 * Where everything stands in the triangle and the fishbone of a cause card: boxes, lines and wrapped words, in pixels of
 * the width that is given. Knows no page; what is drawn from it is text that can be read and found.
 */
import { PERSPECTIVES } from './causeCard.js';

/** Narrower than this a diagram is a list. */
export const LEAST_WIDTH = 620;

const LETTER = 6.9;
const LINE = 18;
const PAD = 8;
const GAP = 8;
const INDENT = 14;
const MOST_LINES = 4;
const HEAD = 28;

/** Words broken into lines of so many letters; what does not fit ends with an ellipsis. */
export function wrapWords(words, letters, most = MOST_LINES) {
  const lines = [''];
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const rest = [...word];
    while (rest.length > 0) {
      const last = lines[lines.length - 1];
      const room = letters - [...last].length - (last ? 1 : 0);
      if (rest.length <= room) {
        lines[lines.length - 1] = last ? `${last} ${rest.join('')}` : rest.join('');
        rest.length = 0;
      } else if (last) {
        lines.push('');
      } else {
        lines[lines.length - 1] = rest.splice(0, letters).join('');
        if (rest.length > 0) lines.push('');
      }
    }
  }
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  const last = [...kept[most - 1]];
  kept[most - 1] = `${last.slice(0, Math.max(1, letters - 1)).join('')}…`;
  return kept;
}

/** Boxes of one side in a column, causes indented below their factor. Answers the boxes and where the column ends. */
export function column(factors, perspective, x, y, width) {
  const boxes = [];
  let at = y;
  const add = (factor, level, parent) => {
    const left = x + (level - 1) * INDENT;
    const wide = width - (level - 1) * INDENT;
    const lines = wrapWords(factor.words, Math.max(8, Math.floor((wide - 2 * PAD) / LETTER)));
    const height = Math.max(24, lines.length * LINE + 2 * PAD - 4);
    boxes.push({ id: factor.id, perspective, level, parent, x: left, y: at, width: wide, height, lines, factor });
    at += height + GAP;
  };
  for (const factor of factors) {
    add(factor, 1, null);
    for (const cause of factor.causes) add(cause, 2, factor.id);
  }
  return { boxes, end: factors.length ? at - GAP : at };
}

/** A head of a side: a box with its name that can be chosen too. */
function head(perspective, x, y, width) {
  return { id: perspective, perspective, level: 0, x, y, width, height: HEAD };
}

/**
 * The problem triangle: those who do it to the left, who or what is exposed to the right, the place beneath.
 * @returns {{width: number, height: number, heads: object[], boxes: object[], triangle: number[][], middle: {x: number, y: number, lines: string[]}}}
 */
export function triangleLayout(card, width) {
  const side = Math.floor(width * 0.3);
  const left = column(card.perspectives.offender, 'offender', 0, HEAD + GAP, side);
  const right = column(card.perspectives.target, 'target', width - side, HEAD + GAP, side);
  const top = 16;
  const tall = Math.max(190, Math.min(320, width * 0.3));
  const sideEnd = Math.max(left.end, right.end, top + tall) + 2 * GAP;
  const [from, to] = [side + 3 * GAP, width - side - 3 * GAP];
  const base = top + tall;
  const placeTop = sideEnd + HEAD + GAP;
  const below = inColumns(card.perspectives.place, 'place', placeTop, width);
  return {
    width,
    height: below.end + GAP,
    heads: [head('offender', 0, 0, side), head('target', width - side, 0, side), head('place', 0, sideEnd, width)],
    boxes: [...left.boxes, ...right.boxes, ...below.boxes],
    triangle: [[(from + to) / 2, top], [from, base], [to, base]],
    middle: { x: (from + to) / 2, y: top + tall * 0.6, lines: wrapWords(card.problem.what, Math.max(10, Math.floor((to - from) * 0.45 / LETTER)), 4) },
  };
}

/** Factors of a side in three columns, each factor with its causes whole, in the shortest column so far. */
function inColumns(factors, perspective, y, width, count = 3, x = 0) {
  const wide = (width - (count - 1) * 2 * GAP) / count;
  const ends = Array(count).fill(y);
  const boxes = [];
  for (const factor of factors) {
    const shortest = ends.indexOf(Math.min(...ends));
    const one = column([factor], perspective, x + shortest * (wide + 2 * GAP), ends[shortest], wide);
    boxes.push(...one.boxes);
    ends[shortest] = one.end + GAP;
  }
  return { boxes, end: Math.max(...ends) };
}

/**
 * The fishbone: the problem is the head, each side a bone, its factors ribs of the bone and their causes twigs of the rib.
 * @returns {{width: number, height: number, heads: object[], boxes: object[], lines: number[][], head: object}}
 */
export function fishboneLayout(card, width) {
  const headWidth = Math.max(130, Math.floor(width * 0.17));
  const body = width - headWidth - 2 * GAP;
  const half = (body - 4 * GAP) / 2;
  const offender = column(card.perspectives.offender, 'offender', 0, HEAD + GAP, half - 40);
  const target = column(card.perspectives.target, 'target', half + 4 * GAP, HEAD + GAP, half - 40);
  const spine = Math.max(offender.end, target.end, HEAD + 70) + 3 * GAP;
  const place = inColumns(card.perspectives.place, 'place', spine + 3 * GAP, body - 60, 2);
  const placeEnd = Math.max(place.end, spine + 70) + GAP;
  const heads = [
    head('offender', 0, 0, half - 20),
    head('target', half + 4 * GAP, 0, half - 20),
    head('place', 0, placeEnd, body - 60),
  ];
  const bones = {
    offender: [[half - 30, HEAD], [half + 10, spine]],
    target: [[body - 30, HEAD], [body + 6, spine]],
    place: [[body - 50, placeEnd], [body - 10, spine]],
  };
  const boxes = [...offender.boxes, ...target.boxes, ...place.boxes];
  const ribs = boxes
    .filter(({ level, perspective }) => level === 1 && perspective !== 'place')
    .map((box) => rib(box, bones[box.perspective]));
  const lines = wrapWords(card.problem.what, Math.floor((headWidth - 2 * PAD - 12) / LETTER), 8);
  const headHeight = Math.max(60, lines.length * LINE + 3 * PAD);
  return {
    width,
    height: Math.max(placeEnd + HEAD + GAP, spine + headHeight / 2 + GAP),
    heads,
    boxes,
    lines: [[0, spine, body + 2 * GAP, spine], ...PERSPECTIVES.map((side) => bones[side].flat()), ...ribs],
    head: { x: body + 2 * GAP, y: spine - headHeight / 2, width: headWidth, height: headHeight, lines },
  };
}

/** From a box to its bone, straight. */
function rib(box, [[x0, y0], [x1, y1]]) {
  const y = box.y + box.height / 2;
  const along = (y - y0) / (y1 - y0);
  return [box.x + box.width, y, x0 + along * (x1 - x0), y];
}
