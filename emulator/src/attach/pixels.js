/** Reads what a string of WS2812 LEDs would show out of the edges of their data pin. WS2812B data sheet. */

/** A high level longer than this is a 1: they last 400 and 800 ns. */
const ONE_NANOS = 600;
/** A low level as long as this ends a frame. */
const RESET_NANOS = 50_000;

/**
 * @param {import('./pins.js').Edge[]} edges of one pin, in order
 * @returns {number[][]} frames of bytes, in the order sent (green, red, blue)
 */
export function decodePixels(edges) {
  /** @type {number[][]} */
  const frames = [];
  /** @type {number[]} */
  let bits = [];
  const endFrame = () => {
    if (bits.length) frames.push(toBytes(bits));
    bits = [];
  };
  edges.forEach((edge, i) => {
    const next = edges[i + 1];
    if (edge.level === 1) {
      if (next) bits.push(next.nanos - edge.nanos > ONE_NANOS ? 1 : 0);
    } else if (!next || next.nanos - edge.nanos >= RESET_NANOS) {
      endFrame();
    }
  });
  return frames;
}

/** @param {number[]} bits the most significant first */
function toBytes(bits) {
  const bytes = [];
  for (let at = 0; at + 8 <= bits.length; at += 8) bytes.push(bits.slice(at, at + 8).reduce((byte, bit) => byte * 2 + bit, 0));
  return bytes;
}
