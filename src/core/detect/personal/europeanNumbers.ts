import { isDay, passesLuhn, passesMod1110, remainder97, remainderLetter, weightedSum } from "./checkDigits.ts";
import { nationalForms } from "./nationalNumber.ts";

const isMod11 = (digits: string, weights: readonly number[]) => weightedSum(digits, weights) % 11 === 0;
/** A check digit that is the remainder itself, 10 counting as 0. */
const endsInRemainder = (digits: string, weights: readonly number[]) => weightedSum(digits, weights) % 11 % 10 === Number(digits.at(-1));
/** The commonest order: day, month, year in two digits each. */
const startsWithDay = (n: string) => isDay(n.slice(2, 4), n.slice(0, 2));
const startsWithYear = (n: string) => isDay(n.slice(2, 4), n.slice(4, 6));
const spanish = "TRWAGMYFPDXBNJZSQVHLCKE";
const finnish = "0123456789ABCDEFHJKLMNPRSTUVWXY";
const british = /^(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]/;
const identityCard = (n: string) => Array.from(n.slice(0, 9)).reduce((sum, char, index) => sum + Number.parseInt(char, 36) * ([7, 3, 1][index % 3] ?? 0), 0) % 10 === Number(n.at(-1));

function germanPension(n: string): boolean {
  const digits = `${n.slice(0, 8)}${String(n.charCodeAt(8) - 64).padStart(2, "0")}${n.slice(9, 11)}`;
  const sum = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1].reduce((total, weight, index) => { const value = weight * Number(digits[index]); return total + Math.floor(value / 10) + value % 10; }, 0);
  return isDay(n.slice(4, 6), n.slice(2, 4)) && sum % 10 === Number(n.at(-1));
}

/** One digit stands twice or three times among the first ten, the others once or never. */
function germanTax(n: string): boolean {
  const counts = Array.from("0123456789", (digit) => n.slice(0, 10).split(digit).length - 1).filter((count) => count > 1);
  return !n.startsWith("0") && counts.length === 1 && (counts[0] ?? 0) <= 3 && passesMod1110(n);
}

/** Month 20 and above where it is unknown; Corsica's 2A and 2B count as 19 and 18. */
function french(n: string): boolean {
  const month = Number(n.slice(3, 5));
  const body = n.slice(0, 13).replace(/^(.{5})2A/, "$119").replace(/^(.{5})2B/, "$118");
  return ((month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50) && /^\d{13}$/.test(body) && 97 - remainder97(body) === Number(n.slice(13));
}

const italianOdd: Readonly<Record<string, number>> = Object.fromEntries(Array.from("0123456789", (digit, index) => [digit, [1, 0, 5, 7, 9, 13, 15, 17, 19, 21][index] ?? 0]));
const italianLetters = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
function italian(n: string): boolean {
  const value = (char: string, odd: boolean) => (/\d/.test(char) ? (odd ? italianOdd[char] ?? 0 : Number(char)) : odd ? italianLetters[char.charCodeAt(0) - 65] ?? 0 : char.charCodeAt(0) - 65);
  return Array.from(n.slice(0, 15)).reduce((sum, char, index) => sum + value(char, index % 2 === 0), 0) % 26 === n.charCodeAt(15) - 65;
}

/** The first digit is 4 more for those who only stay for a while. */
const norwegian = (n: string) => startsWithDay(`${Number(n[0]) > 3 ? Number(n[0]) - 4 : n[0] ?? ""}${n.slice(1)}`) && isMod11(n, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) && isMod11(n, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]);
const belgian = (n: string) => [n.slice(0, 9), `2${n.slice(0, 9)}`].some((body) => 97 - remainder97(body) === Number(n.slice(9)));
const irish = (n: string) => { const second = n[8] === undefined || n[8] === "W" ? 0 : n.charCodeAt(8) - 64; return "WABCDEFGHIJKLMNOPQRSTUV"[(weightedSum(n, [8, 7, 6, 5, 4, 3, 2]) + second * 9) % 23] === n[7]; };
const swiss = (n: string) => weightedSum(n, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0;
const turkish = (n: string) => { const sum = weightedSum(n, [7, 9, 7, 9, 7, 9, 7, 9, 7]) % 10; return !n.startsWith("0") && sum === Number(n[9]) && weightedSum(n, Array.from({ length: 10 }, () => 1)) % 10 === Number(n[10]); };
const portuguese = (n: string) => { const rest = weightedSum(n, [9, 8, 7, 6, 5, 4, 3, 2]) % 11; return (rest < 2 ? 0 : 11 - rest) === Number(n[8]); };
const balkan = [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
const russianPension = (n: string) => { const rest = weightedSum(n, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101 % 100; return rest === Number(n.slice(9)); };

export const europeanNumbers = nationalForms({
  "uk-nino": { words: ["nino", "ni_(?:number|no)", "national_insurance"], form: /^[A-Z]{2}( ?)\d{2}\1\d{2}\1\d{2}\1[A-D]$/, lengths: [9], isValid: (n) => british.test(n), alone: { form: / /, tier: "possible" }, sample: "PW 48 27 16 C" },
  "uk-nhs": { words: ["nhs"], form: /^[1-9]\d\d([ -]?)\d{3}\1\d{4}$/, lengths: [10], isValid: (n) => isMod11(n, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]), sample: "485 317 206#" },
  "de-tax-id": { words: ["steuer", "idnr", "tin", "tax_id"], form: /^\d\d( ?)\d{3}\1\d{3}\1\d{3}$/, lengths: [11], isValid: germanTax, sample: "48 159 263 74#" },
  "de-pension": { words: ["rentenversicherung", "sozialversicherung", "rvnr", "svnr", "rv_nr", "sv_nr"], form: /^\d\d( ?)\d{6}\1[A-Z]\1\d{3}$/, lengths: [12], isValid: germanPension, sample: "65170839J00#" },
  "de-identity-card": { words: ["personalausweis", "ausweis", "identity_card", "id_card", "reisepass", "passport"], form: /^[CFGHJKLMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ0-9]{8}\d$/, lengths: [10], isValid: identityCard, sample: "L01X00T47#" },
  "fr-nir": { words: ["nir", "s[ée]curit[ée]_sociale", "insee", "num[ée]ro_de_s[ée]cu", "ssn", "social_security"], form: /^[12378]( ?)\d\d\1\d\d\1(?:\d\d|2[AB])\1\d{3}\1\d{3}\1\d\d$/, lengths: [15], isValid: french, alone: { form: / /, tier: "likely" }, sample: "1 84 07 75 112 048 ##" },
  "es-dni": { words: ["dni", "nif", "documento_nacional", "identidad"], form: /^(?:\d{8}|\d{1,2}\.\d{3}\.\d{3})[ -]?[A-Z]$/, lengths: [9], isValid: (n) => remainderLetter(n.slice(0, 8), spanish) === n[8], sample: "48152937#" },
  "es-nie": { words: ["nie", "extranjero", "dni", "nif"], form: /^[XYZ][ -]?\d{7}[ -]?[A-Z]$/, lengths: [9], isValid: (n) => remainderLetter(`${"XYZ".indexOf(n[0] ?? "")}${n.slice(1, 8)}`, spanish) === n[8], sample: "Y4815293#" },
  "it-codice-fiscale": { words: ["codice_fiscale", "cod_fisc", "fiscale"], form: /^[A-Z]{6}\d\d[ABCDEHLMPRST]\d\d[A-Z]\d{3}[A-Z]$/, lengths: [16], isValid: italian, alone: { form: /^[A-Z]{6}/, tier: "likely" }, sample: "VRDGPP74R21F839#" },
  "nl-bsn": { words: ["bsn", "burgerservice", "sofi", "burger_service"], form: /^\d{9}$|^\d{4}[. ]\d\d[. ]\d{3}$/, lengths: [9], isValid: (n) => isMod11(n, [9, 8, 7, 6, 5, 4, 3, 2, -1]), sample: "24817536#" },
  "be-national-number": { words: ["rijksregister", "registre_national", "num[ée]ro_national", "niss", "insz", "national_register"], form: /^(?:\d{11}|\d\d\.\d\d\.\d\d-\d{3}\.\d\d)$/, lengths: [11], isValid: belgian, alone: { form: /\./, tier: "likely" }, sample: "84.07.15-213.##" },
  "se-personnummer": { words: ["personnummer", "personnr", "samordningsnummer", "pnr", "personal_identity"], form: /^(?:19|20)?\d{6}-?\d{4}$/, lengths: [10, 12], isValid: (n) => isDay(n.slice(-8, -6), String(Number(n.slice(-6, -4)) % 60).padStart(2, "0")) && passesLuhn(n.slice(-10)), sample: "840715-213#" },
  "no-fodselsnummer": { words: ["f[øo]dselsnummer", "f[øo]dselsnr", "personnummer", "fnr", "d_nummer"], form: /^\d{6} ?\d{5}$/, lengths: [11], isValid: norwegian, sample: "150784246##" },
  "dk-cpr": { words: ["cpr", "personnummer"], form: /^\d{6}-?\d{4}$/, lengths: [10], isValid: startsWithDay, sample: "150784-2137" },
  "fi-hetu": { words: ["hetu", "henkil[öo]tunnus", "sotu", "personbeteckning"], form: /^\d{6}[-A]\d{3}[\dA-Y]$/, lengths: [10, 11], isValid: (n) => startsWithDay(n) && remainderLetter(`${n.slice(0, 6)}${n.slice(-4, -1)}`, finnish) === n.at(-1), alone: { form: /-/, tier: "possible" }, sample: "150784-213#" },
  "is-kennitala": { words: ["kennitala", "kt"], form: /^\d{6}-?\d{4}$/, lengths: [10], isValid: (n) => startsWithDay(n) && isMod11(n, [3, 2, 7, 6, 5, 4, 3, 2, 1]) && /[089]$/.test(n), sample: "150784-21#9" },
  "pl-pesel": { words: ["pesel"], form: /^\d{11}$/, lengths: [11], isValid: (n) => isDay(String(Number(n.slice(2, 4)) % 20).padStart(2, "0"), n.slice(4, 6)) && weightedSum(n, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0, sample: "8407151247#" },
  "pt-nif": { words: ["nif", "contribuinte", "identifica[çc][ãa]o_fiscal"], form: /^[1235689]\d\d( ?)\d{3}\1\d{3}$/, lengths: [9], isValid: portuguese, sample: "24817536#" },
  "ch-ahv": { words: ["ahv", "avs", "sozialversicherung", "oasi", "assurance_vieillesse"], form: /^756(\.?)\d{4}\1\d{4}\1\d\d$/, lengths: [13], isValid: swiss, alone: { form: /\./, tier: "likely" }, sample: "756.2481.7536.4#" },
  "at-svnr": { words: ["sozialversicherung", "svnr", "sv_nr", "versicherungsnummer"], form: /^[1-9]\d{3} ?\d{6}$/, lengths: [10], isValid: (n) => isDay(n.slice(6, 8), n.slice(4, 6)) && weightedSum(n, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 === Number(n[3]), sample: "123# 150784" },
  "ie-pps": { words: ["pps", "ppsn", "personal_public"], form: /^\d{7}[A-W][A-IW]?$/, lengths: [8, 9], isValid: irish, sample: "2481753#" },
  "cz-rodne-cislo": { words: ["rodn[éeý]_[čc][íi]s", "r[čc]", "birth_number"], form: /^\d{6}\/?\d{4}$/, lengths: [10], isValid: (n) => isDay(String(Number(n.slice(2, 4)) % 50 % 20).padStart(2, "0"), n.slice(4, 6)) && Number(n) % 11 === 0, sample: "840715/213#" },
  "ro-cnp": { words: ["cnp", "cod_numeric"], form: /^[1-9]\d{12}$/, lengths: [13], isValid: (n) => startsWithYear(n.slice(1)) && endsInRemainder(n, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]), sample: "184071540213#" },
  "bg-egn": { words: ["egn", "егн"], form: /^\d{10}$/, lengths: [10], isValid: (n) => isDay(String(Number(n.slice(2, 4)) % 20).padStart(2, "0"), n.slice(4, 6)) && endsInRemainder(n, [2, 4, 8, 5, 10, 9, 7, 3, 6]), sample: "840715213#" },
  "hr-oib": { words: ["oib", "osobni_identifikacijski"], form: /^\d{11}$/, lengths: [11], isValid: passesMod1110, sample: "2481753648#" },
  "balkan-jmbg": { words: ["jmbg", "emšo", "emso", "jmb", "embg"], form: /^\d{13}$/, lengths: [13], isValid: (n) => startsWithDay(n) && isMod11(n, balkan), sample: "150798471213#" },
  "gr-amka": { words: ["amka", "αμκα"], form: /^\d{11}$/, lengths: [11], isValid: (n) => startsWithDay(n) && passesLuhn(n), sample: "1507842137#" },
  "tr-kimlik": { words: ["kimlik", "tckn", "tc_no", "t\\.c\\."], form: /^[1-9]\d{10}$/, lengths: [11], isValid: turkish, sample: "248175364##" },
  "ru-snils": { words: ["snils", "снилс"], form: /^(?:\d{11}|\d{3}-\d{3}-\d{3}-\d\d)$/, lengths: [11], isValid: russianPension, sample: "248-175-364-##" },
});
