import { isDay, passesLuhn, passesVerhoeff, remainderLetter, weightedSum } from "./checkDigits.ts";
import { nationalForms } from "./nationalNumber.ts";

const chineseWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const chinese = (n: string) => isDay(n.slice(10, 12), n.slice(12, 14)) && "10X98765432"[weightedSum(n, chineseWeights) % 11] === n[17];
const japanese = (n: string) => { const rest = weightedSum(n, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11; return (rest < 2 ? 0 : 11 - rest) === Number(n[11]); };
const korean = (n: string) => isDay(n.slice(2, 4), n.slice(4, 6)) && (11 - weightedSum(n, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11) % 10 === Number(n[12]);
const thai = (n: string) => (11 - weightedSum(n, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 10 === Number(n[12]);
/** The letter before a Taiwanese number stands for two digits, in an order of its own. */
const taiwanese = (n: string) => { const letter = "ABCDEFGHJKLMNPQRSTUVXYWZIO".indexOf(n[0] ?? "") + 10; return (Math.floor(letter / 10) + letter % 10 * 9 + weightedSum(n.slice(1), [8, 7, 6, 5, 4, 3, 2, 1, 1])) % 10 === 0; };
function singaporean(n: string): boolean {
  const sum = weightedSum(n.slice(1), [2, 7, 6, 5, 4, 3, 2]) + (/^[TG]/.test(n) ? 4 : n.startsWith("M") ? 3 : 0);
  const alphabet = /^[ST]/.test(n) ? "JZIHGFEDCBA" : n.startsWith("M") ? "XWUTRQPNJLK" : "XWUTRQPNMLK";
  return remainderLetter(String(sum), alphabet) === n[8];
}

export const asiaPacificNumbers = nationalForms({
  "in-aadhaar": { words: ["aadhaar", "aadhar", "uidai", "आधार"], form: /^[2-9]\d{3}([ -]?)\d{4}\1\d{4}$/, lengths: [12], isValid: passesVerhoeff, sample: "2481 7536 491#" },
  "in-pan": { words: ["pan", "permanent_account"], form: /^[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z]$/, lengths: [10], isValid: (n) => /^[A-Z]{5}\d{4}[A-Z]$/.test(n) && !n.startsWith("ABCDE"), sample: "KQWPM4827T" },
  "au-tfn": { words: ["tfn", "tax_file"], form: /^\d{3}( ?)\d{3}\1\d{3}$/, lengths: [9], isValid: (n) => weightedSum(n, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0, sample: "248 175 36#" },
  "au-medicare": { words: ["medicare"], form: /^[2-6]\d{3}([ -]?)\d{5}\1\d\d?$/, lengths: [10, 11], isValid: (n) => weightedSum(n, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === Number(n[8]), sample: "2481 7536# 1" },
  "nz-ird": { words: ["ird", "inland_revenue"], form: /^\d{2,3}([ -]?)\d{3}\1\d{3}$/, lengths: [8, 9], isValid: (n) => [[3, 2, 7, 6, 5, 4, 3, 2, 1], [7, 4, 3, 2, 5, 2, 7, 6, 1]].some((weights) => weightedSum(n.padStart(9, "0"), weights) % 11 === 0), sample: "48-175-36#" },
  "za-id": { words: ["id_number", "identity_number", "rsa_id", "south_african", "said"], form: /^\d{6} ?\d{4} ?[01]8\d$|^\d{10}[01][89]\d$/, lengths: [13], isValid: (n) => isDay(n.slice(2, 4), n.slice(4, 6)) && passesLuhn(n), sample: "840715512408#" },
  "cn-resident-id": { words: ["身份证", "身份證", "公民身份", "shenfenzheng", "id_card", "resident_id", "id_no", "idcard"], form: /^[1-8]\d{5}(?:19|20)\d{9}[\dX]$/, lengths: [18], isValid: chinese, alone: { form: /^\d{6}(?:19[3-9]|20[0-2])/, tier: "possible" }, sample: "31010419840715213#" },
  "jp-my-number": { words: ["マイナンバー", "個人番号", "my_number", "mynumber", "kojin_bango"], form: /^\d{4}([ -]?)\d{4}\1\d{4}$/, lengths: [12], isValid: japanese, sample: "2481 7536 491#" },
  "kr-rrn": { words: ["주민등록번호", "주민번호", "rrn", "resident_registration", "jumin"], form: /^\d{6}-?[1-8]\d{6}$/, lengths: [13], isValid: korean, alone: { form: /-/, tier: "likely" }, sample: "840715-121304#" },
  "tw-national-id": { words: ["身分證", "身份證", "national_id", "roc_id"], form: /^[A-Z][1289]\d{8}$/, lengths: [10], isValid: taiwanese, sample: "F13284751#" },
  "sg-nric": { words: ["nric", "fin", "identity_card", "ic_number"], form: /^[STFGM]\d{7}[A-Z]$/, lengths: [9], isValid: singaporean, alone: { form: /^[STFG]/, tier: "possible" }, sample: "S8417536#" },
  "th-national-id": { words: ["บัตรประชาชน", "เลขประจำตัวประชาชน", "thai_id", "national_id"], form: /^[1-8](?:-?\d{4}-?\d{5}-?\d{2}-?\d)$/, lengths: [13], isValid: thai, sample: "1-2481-75364-91-#" },
  "il-identity-number": { words: ["teudat_zehut", "תעודת זהות", "ת\\.ז", "israeli_id"], form: /^\d{8}-?\d$/, lengths: [9], isValid: passesLuhn, sample: "24817536#" },
});
