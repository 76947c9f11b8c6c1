import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { own, prefixed, takenFrom } from "../ruleForms.ts";
import { betterleaks, kingfisher } from "../ruleSets.ts";
import { hex, letters, sampleUuid, uppercase } from "../samples.ts";
import { alphanumeric, hexadecimal, mixedCase, urlSafe, uuid } from "../valueShapes.ts";

/** Notes, forms, signatures and automation without code. */
export const documents: readonly Detector[] = [
  ...takenFrom(own, [
    near({ id: "docusign-secret", names: ["docusign"], ...uuid }),
    near({ id: "eversign-key", names: ["eversign", "xodo_sign"], ...hexadecimal(32) }),
    near({ id: "make-token", names: ["integromat"], ...uuid }),
  ]),
  ...takenFrom(kingfisher, [
    near({ id: "boostnote-token", names: ["boostnote"], ...hexadecimal(64) }),
    near({ id: "fulcrum-token", names: ["fulcrum"], ...alphanumeric(80) }),
    near({ id: "budibase-key", names: ["budibase"], value: "[a-f0-9]{32}-[a-f0-9]{78,80}", sample: () => `${hex(32)}-${hex(80)}` }),
    near({ id: "clustdoc-key", names: ["clustdoc"], ...mixedCase(60) }),
    near({ id: "coda-token", names: ["coda"], isWord: true, value: "[0-9a-z]{8}(?:-[0-9a-z]{4}){3}-[0-9a-z]{12}", sample: () => sampleUuid }),
    near({ id: "databox-token", names: ["databox"], value: "[A-Za-z0-9=+]{21}", sample: () => letters(21) }),
    near({ id: "ditto-key", names: ["ditto"], value: String.raw`[0-9a-z]{8}(?:-[0-9a-z]{4}){3}-[0-9a-z]{12}\.[a-z0-9]{40}`, sample: () => `${sampleUuid}.${hex(40)}` }),
    near({ id: "docparser-key", names: ["docparser"], ...hexadecimal(40) }),
    near({ id: "documo-key", names: ["documo"], value: String.raw`eyJ?[A-Za-z0-9]{33,34}\.ey[A-Za-z0-9]{154}\.[A-Za-z0-9_-]{43}`, sample: () => `ey${letters(34)}.ey${letters(154)}.${letters(43)}` }),
    near({ id: "dronahq-key", names: ["dronahq"], ...alphanumeric(50) }),
    near({ id: "envoy-key", names: ["envoy"], isWord: true, ...mixedCase(220) }),
    near({ id: "formbucket-token", names: ["formbucket"], value: String.raw`[A-Za-z0-9]{10,200}\.[A-Za-z0-9]{10,400}\.[A-Za-z0-9_-]{10,200}`, sample: () => `${letters(36)}.${letters(60)}.${letters(43)}` }),
    near({ id: "formcraft-key", names: ["formcraft"], ...alphanumeric(16) }),
    near({ id: "geckoboard-key", names: ["geckoboard"], value: "[A-Za-z0-9]{44}|[0-9a-f]{32}", sample: () => letters(44) }),
    near({ id: "gyazo-token", names: ["gyazo"], value: "[A-Za-z0-9_-]{43}", sample: () => letters(43) }),
    near({ id: "happyscribe-key", names: ["happyscribe"], ...mixedCase(24) }),
    near({ id: "hellosign-key", names: ["hellosign", "dropbox_sign"], value: "[A-Za-z0-9/+-]{64}", sample: () => hex(64) }),
    near({ id: "jotform-key", names: ["jotform"], ...mixedCase(32) }),
    near({ id: "juro-key", names: ["juro"], ...mixedCase(40) }),
    near({ id: "klipfolio-key", names: ["klipfolio"], ...hexadecimal(40) }),
    near({ id: "miro-token", names: ["miro"], ...mixedCase(27) }),
    near({ id: "pandadoc-key", names: ["pandadoc"], ...mixedCase(40) }),
    near({ id: "paperform-token", names: ["paperform"], value: "[A-Za-z0-9._-]{850,1000}", sample: () => letters(900) }),
    near({ id: "parseur-key", names: ["parseur"], ...hexadecimal(40) }),
    near({ id: "pastebin-key", names: ["pastebin"], value: "[A-Za-z0-9_-]{32}", sample: () => hex(32) }),
    near({ id: "pipedream-key", names: ["pipedream"], ...alphanumeric(32) }),
    near({ id: "signaturit-token", names: ["signaturit"], ...mixedCase(86) }),
    near({ id: "supernotes-key", names: ["supernotes"], ...urlSafe(43) }),
    near({ id: "tefter-token", names: ["tefter"], ...mixedCase(20) }),
    near({ id: "box-token", names: ["box"], isWord: true, ...mixedCase(32) }),
    near({ id: "eraser-key", names: ["eraser"], isWord: true, ...mixedCase(20) }),
    near({ id: "file-io-key", names: ["fileio", "file_io"], value: "[A-Z0-9]{7}(?:[.-][A-Z0-9]{7}){4}|[A-Z0-9.-]{39}", sample: () => uppercase(39) }),
    near({ id: "yousign-key", names: ["yousign"], ...alphanumeric(32) }),
    near({ id: "zeplin-token", names: ["zeplin"], value: "[A-Za-z0-9.-]{350,400}", sample: () => letters(370) }),
    prefixed({ id: "frame-io-token", prefixes: ["fio-u-"], body: "[A-Za-z0-9_=-]{64}", sample: () => letters(64) }),
  ]),
  ...takenFrom(betterleaks, [
    prefixed({ id: "workato-token", prefixes: ["wrkaus-", "wrkaeu-", "wrkajp-", "wrkasg-", "wrkaau-"], body: "eyJ[A-Za-z0-9._-]{100,1200}", sample: () => `eyJ${letters(30)}.${letters(120)}.${letters(342)}` }),
    prefixed({ id: "canva-secret", prefixes: ["cnvca"], body: "[A-Za-z0-9_-]{51}", sample: () => letters(51) }),
  ]),
];
