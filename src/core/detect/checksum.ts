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

const base32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** Whether a text ends in the check digits of Bech32 (BIP 173): a name, the last `1`, and what it says in base 32. */
export function hasBech32Digits(text: string): boolean {
  const lower = text.toLowerCase();
  const middle = lower.lastIndexOf("1");
  const name = Array.from(lower.slice(0, middle), (char) => char.charCodeAt(0));
  const digits = Array.from(lower.slice(middle + 1), (char) => base32.indexOf(char));
  return middle > 0 && digits.length >= 6 && !digits.includes(-1) && remainder([...name.map((code) => code >> 5), 0, ...name.map((code) => code & 31), ...digits]) === 1;
}

function remainder(values: readonly number[]): number {
  return values.reduce((sum, value) => {
    const next = ((sum & 0x1ffffff) << 5) ^ value;
    return generators.reduce((mixed, generator, bit) => (((sum >>> 25) >>> bit) & 1 ? mixed ^ generator : mixed), next);
  }, 1);
}
