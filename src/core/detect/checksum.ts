const base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** CRC-32 (IEEE) of a text of single-byte characters. */
export function crc32(text: string): number {
  let crc = -1;
  for (let index = 0; index < text.length; index += 1) {
    crc ^= text.charCodeAt(index);
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** What GitHub and npm put behind 30 random characters: their CRC-32 in six base-62 digits. */
export function checkDigits(random: string): string {
  let rest = crc32(random);
  let digits = "";
  while (digits.length < 6) {
    digits = `${base62[rest % 62] ?? ""}${digits}`;
    rest = Math.floor(rest / 62);
  }
  return digits;
}

/** Whether a token ends in the check digits of the 30 characters before them. */
export function hasCheckDigits(token: string): boolean {
  return checkDigits(token.slice(-36, -6)) === token.slice(-6);
}
