/** Bytes, one character each, as text; `undefined`: they are none. UTF-16 as PowerShell writes it loses its zeros. */
export function textOfBytes(bytes: string): string | undefined {
  const plain = isWide(bytes) ? bytes.replaceAll(/(.)\0/gs, "$1") : bytes;
  let [controls, high] = [0, 0];
  for (let at = 0; at < plain.length; at += 1) {
    const code = plain.charCodeAt(at);
    if (code > 126) high += 1;
    else if (code < 32 && code !== 10 && code !== 13 && code !== 9 && code !== 27) controls += 1;
  }
  // Letters beyond ASCII are two or three such bytes; of random bytes half are.
  return controls * 50 <= plain.length && high * 5 <= plain.length ? plain : undefined;
}

function isWide(bytes: string): boolean {
  if (bytes.charCodeAt(1) !== 0 || bytes.charCodeAt(3) !== 0) return false;
  const zeros = bytes.slice(0, 200).split("\0").length - 1;
  return zeros * 5 >= 2 * Math.min(200, bytes.length);
}
