import { createNearby } from "../personal/nearby.ts";
import type { Scan } from "./scan.ts";

/** `+`, a country, then groups; no more than E.164 allows. */
const international = /\+[1-9]\d{0,2}(?:[ .-]?\(?\d{1,5}\)?){2,6}(?![\w.-]*\d)/y;
const isNearby = createNearby(["phone", "tel", "mobile", "mobil", "cell", "fax", "telefon", "telefono", "tel[ée]fono", "t[ée]l[ée]phone", "handy", "whatsapp", "call", "rufnummer", "puhelin", "telefoon"]);
/** Set aside for films and examples: North America's 555-01xx, Britain's 7946 0xxx and 07700 900xxx. */
const fictional = /55501\d\d$|^44(?:20|161|113)?79460\d{3}$|^447700900\d{3}$|^1(?:800|888)|^1?234567|0{6,}/;

/** Numbers written for calling from abroad. */
export const phoneNumber: Scan = function* (text) {
  for (let plus = text.indexOf("+"); plus >= 0; plus = text.indexOf("+", plus + 1)) {
    international.lastIndex = plus;
    const written = international.exec(text)?.[0];
    if (written === undefined || /[\w)\]]/.test(text.charAt(plus - 1))) continue;
    const digits = written.replaceAll(/\D/g, "");
    if (digits.length < 9 || digits.length > 15 || fictional.test(digits) || new Set(digits).size < 4) continue;
    if (/[ .()-]/.test(written) || isNearby(text, plus, plus + written.length)) yield { tier: isNearby(text, plus, plus + written.length) ? "likely" : "possible", start: plus, end: plus + written.length };
  }
};
