import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { own, takenFrom } from "../ruleForms.ts";
import { kingfisher } from "../ruleSets.ts";
import { hex, letters, lowercase, numbers, sampleUuid, uppercase } from "../samples.ts";
import { alphanumeric, mixedCase, urlSafe } from "../valueShapes.ts";

/** Images, sound, video, pages and conversions. */
export const images: readonly Detector[] = [
  ...takenFrom(own, [
    near({ id: "mux-token", names: ["mux_token", "mux_secret"], value: "[A-Za-z0-9+/]{75}", sample: () => letters(75) }),
  ]),
  ...takenFrom(kingfisher, [
    near({ id: "api-template-key", names: ["apitemplate"], ...mixedCase(39) }),
    near({ id: "audd-token", names: ["audd"], value: "[a-z0-9-]{32}", sample: () => hex(32) }),
    near({ id: "bannerbear-key", names: ["bannerbear"], value: "[A-Za-z0-9]{22}tt", sample: () => `${letters(22)}tt` }),
    near({ id: "blitapp-key", names: ["blitapp"], ...urlSafe(39) }),
    near({ id: "browshot-key", names: ["browshot"], ...mixedCase(28) }),
    near({ id: "cloudconvert-token", names: ["cloudconvert"], value: "eyJ[A-Za-z0-9._~+/=-]{300,1500}|[A-Za-z0-9._~+/=-]{300,1200}", sample: () => letters(900) }),
    near({ id: "cloudimage-key", names: ["cloudimage"], value: "[a-z0-9_]{30}", sample: () => lowercase(30) }),
    near({ id: "cloudsight-key", names: ["cloudsight"], value: "[A-Za-z0-9_-]{20,24}", sample: () => letters(22) }),
    near({ id: "conversion-tools-token", names: ["conversiontools", "conversion_tools"], value: "ey[A-Za-z0-9_.]{157,165}", sample: () => `ey${letters(160)}` }),
    near({ id: "convertapi-secret", names: ["convertapi", "convert_api"], ...mixedCase(16) }),
    near({ id: "craftmypdf-key", names: ["craftmypdf"], value: "[A-Za-z0-9]{33,60}={0,2}", sample: () => letters(35) }),
    near({ id: "html2pdf-key", names: ["html2pdf"], ...mixedCase(64) }),
    near({ id: "iconfinder-key", names: ["iconfinder"], ...mixedCase(64) }),
    near({ id: "imagekit-key", names: ["imagekit"], value: "(?:private_)?[A-Za-z0-9_=+/]{27,36}", sample: () => letters(36) }),
    near({ id: "imagga-key", names: ["imagga"], value: "[A-Za-z0-9=]{72}", sample: () => letters(72) }),
    near({ id: "pdflayer-key", names: ["pdflayer"], ...alphanumeric(32) }),
    near({ id: "pdfshift-key", names: ["pdfshift"], value: "(?:sk_|api_)?[0-9a-f]{32,40}", sample: () => `sk_${hex(40)}` }),
    near({ id: "pixabay-key", names: ["pixabay"], value: String.raw`\d{6,9}-[0-9a-f]{25}|[a-z0-9-]{34}`, sample: () => `${numbers(8)}-${hex(25)}` }),
    near({ id: "restpack-key", names: ["restpack"], ...mixedCase(48) }),
    near({ id: "screenshot-api-key", names: ["screenshotapi", "screenshot_api"], value: "[0-9A-Z]{7}(?:-[0-9A-Z]{7}){3}", sample: () => uppercase(28).replaceAll(/.{7}(?!$)/g, "$&-") }),
    near({ id: "screenshotlayer-key", names: ["screenshotlayer"], value: "[A-Za-z0-9_]{32}", sample: () => hex(32) }),
    near({ id: "selectpdf-key", names: ["selectpdf"], value: "[a-z0-9-]{36}", sample: () => sampleUuid }),
    near({ id: "shotstack-key", names: ["shotstack"], ...mixedCase(40) }),
    near({ id: "shutterstock-token", names: ["shutterstock"], value: "v2/[A-Za-z0-9]{388}", sample: () => `v2/${letters(388)}` }),
    near({ id: "viewneo-token", names: ["viewneo"], value: String.raw`[A-Za-z0-9]{120,300}\.[A-Za-z0-9]{150,300}\.[A-Za-z0-9_-]{600,800}`, sample: () => `${letters(150)}.${letters(200)}.${letters(683)}` }),
    near({ id: "flat-io-token", names: ["flat", "flat_io"], isWord: true, ...mixedCase(128) }),
    near({ id: "hybiscus-key", names: ["hybiscus"], ...mixedCase(43) }),
    near({ id: "cloudplan-key", names: ["cloudplan"], value: "[A-Z0-9-]{32}", sample: () => uppercase(32) }),
  ]),
];
