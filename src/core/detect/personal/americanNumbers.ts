import { isDay, passesLuhn, weightedSum } from "./checkDigits.ts";
import { nationalForms } from "./nationalNumber.ts";

/** Two digits of Brazil's kind: each makes the weighted sum before it 0, or 10 and 11 stand for 0. */
function endsInTwoSums(digits: string, first: readonly number[], second: readonly number[]): boolean {
  const digit = (weights: readonly number[]) => {
    const rest = weightedSum(digits, weights) % 11;
    return rest < 2 ? 0 : 11 - rest;
  };
  return digits.endsWith(`${digit(first)}${digit(second)}`);
}

// Printed in advertisements and in the authority's own texts.
const wellKnown = new Set(["078051120", "219099999", "457555462", "123456789", "987654321"]);
const isSocialSecurity = (n: string) => !/^(?:000|666|9)/.test(n) && !/^...00|0000$/.test(n) && !/^12345|^(\d)\1\1(\d)\2(\d)\3{3}$/.test(n) && !wellKnown.has(n);
const mexican = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";
const mexicanSum = (curp: string) => Array.from(curp.slice(0, 17)).reduce((sum, char, index) => sum + mexican.indexOf(char) * (18 - index), 0);
const chilean = [3, 2, 7, 6, 5, 4, 3, 2];

export const americanNumbers = nationalForms({
  "us-ssn": { words: ["ssn", "social_security", "ss#"], form: /^\d{3}([- ]?)\d{2}\1\d{4}$/, lengths: [9], isValid: isSocialSecurity, sample: "536-22-8714", unlike: ["SSN: 078-05-1120", "ssn 123-45-6789", "using 536-22-8714"] },
  "us-itin": { words: ["itin", "taxpayer"], form: /^9\d\d([- ]?)\d{2}\1\d{4}$/, lengths: [9], isValid: (n) => /^9\d\d(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])/.test(n), sample: "912-78-4512" },
  "us-npi": { words: ["npi", "national_provider"], form: /^[12]\d{9}$/, lengths: [10], isValid: (n) => passesLuhn(`80840${n}`), sample: "174583921#" },
  "ca-sin": { words: ["sin", "social_insurance", "nas", "assurance_sociale"], form: /^[1-79]\d\d([- ]?)\d{3}\1\d{3}$/, lengths: [9], isValid: passesLuhn, sample: "513 284 79#" },
  "br-cpf": { words: ["cpf", "cadastro_de_pessoa"], form: /^(?:\d{11}|\d{3}\.\d{3}\.\d{3}-\d\d)$/, lengths: [11], isValid: (n) => endsInTwoSums(n, [10, 9, 8, 7, 6, 5, 4, 3, 2], [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]), alone: { form: /\.\d{3}-\d\d$/, tier: "likely" }, sample: "529.817.346-##" },
  "br-cnpj": { words: ["cnpj"], form: /^(?:\d{14}|\d\d\.\d{3}\.\d{3}\/\d{4}-\d\d)$/, lengths: [14], isValid: (n) => endsInTwoSums(n, [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2], [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]), alone: { form: /\/\d{4}-\d\d$/, tier: "possible" }, sample: "45.723.918/0001-##" },
  "ar-cuil": { words: ["cui[lt]", "dni"], form: /^(?:20|23|24|27)(-?)\d{8}\1\d$/, lengths: [11], isValid: (n) => weightedSum(n, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0, sample: "20-31875426-#" },
  "cl-rut": { words: ["rut", "rol_unico"], form: /^(?:\d{1,2}\.\d{3}\.\d{3}-[\dK]|\d{7,8}-?[\dK])$/, lengths: [8, 9], isValid: (n) => { const sum = weightedSum(n.slice(0, -1).padStart(8, "0"), chilean) % 11; return (sum === 0 ? "0" : sum === 1 ? "K" : String(11 - sum)) === n.at(-1); }, alone: { form: /\.\d{3}-[\dK]$/, tier: "likely" }, sample: "14.872.536-#" },
  "mx-curp": { words: ["curp"], form: /^[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z0-9]\d$/, lengths: [18], isValid: (n) => isDay(n.slice(6, 8), n.slice(8, 10)) && (10 - mexicanSum(n) % 10) % 10 === Number(n.at(-1)), alone: { form: /^[A-Z]{4}/, tier: "likely" }, sample: "GOVM850317HDFNRR0#" },
});

