// A text made to hold up a check calls for it at every twentieth character, and then what is made anew each time is most of its cost.
const counts = new Uint32Array(129);

/** How many different characters a text has. What is beyond ASCII counts as one. */
export function distinct(text: string): number {
  let different = 0;
  counts.fill(0);
  for (let index = 0; index < text.length; index += 1) {
    const code = Math.min(text.charCodeAt(index), 128);
    if (counts[code] === 0) different += 1;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return different;
}

/** Shannon entropy in bits per character: low where few characters repeat. */
export function entropy(text: string): number {
  let bits = 0;
  distinct(text);
  for (const count of counts) if (count > 0) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
