/** Sums that the last digits of a number confirm. All take digits as text and never throw; what is no digit spoils the sum. */

const at = (digits: string, index: number) => digits.charCodeAt(index) - 48;

export function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * at(digits, index), 0);
}

/** Cards, Sweden, Canada, South Africa, Israel: every second digit doubled, from the right. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const value = at(digits, digits.length - 1 - index);
    sum += index % 2 === 0 ? value : value > 4 ? value * 2 - 9 : value * 2;
  }
  return sum % 10 === 0;
}

/** The remainder of a number of any length; letters count as two digits, A as 10. */
export function remainder97(text: string): number {
  let rest = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    rest = code >= 65 ? (rest * 100 + code - 55) % 97 : (rest * 10 + code - 48) % 97;
  }
  return rest;
}

/** ISO 7064 MOD 11,10: Germany, Croatia. */
export function passesMod1110(digits: string): boolean {
  let product = 10;
  for (let index = 0; index < digits.length - 1; index += 1) {
    const sum = (product + at(digits, index)) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return (11 - product) % 10 === at(digits, digits.length - 1);
}

const permutations = ["0123456789", "1576283094", "5803796142", "8916043527", "9453126870", "4286573901", "2793806415", "7046913258"];
const dihedral = ["0123456789", "1234067895", "2340178956", "3401289567", "4012395678", "5987604321", "6598710432", "7659821043", "8765932104", "9876543210"];

/** India's Aadhaar. */
export function passesVerhoeff(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const permuted = at(permutations[index % 8] ?? "", at(digits, digits.length - 1 - index));
    sum = at(dihedral[sum] ?? "", permuted);
  }
  return sum === 0;
}

/** A day that exists, whatever the century: `month` and `day` as two digits each. */
export function isDay(month: string, day: string): boolean {
  const [m, d] = [Number(month), Number(day)];
  return m >= 1 && m <= 12 && d >= 1 && d <= (m === 2 ? 29 : [4, 6, 9, 11].includes(m) ? 30 : 31);
}

/** Letter or digit by remainder, as in `TRWAGMYFPDXBNJZSQVHLCKE`. */
export const remainderLetter = (number: string, alphabet: string) => alphabet[Number(number) % alphabet.length];
