import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { prefixed, takenFrom } from "../ruleForms.ts";
import { kingfisher } from "../ruleSets.ts";
import { hex, letters, numbers, sampleUuid, uppercase } from "../samples.ts";
import { alphanumeric, capitals, hexadecimal, mixedCase, urlSafe, uuid } from "../valueShapes.ts";

/** Tasks, time and appointments. */
export const planning: readonly Detector[] = [
  ...takenFrom(kingfisher, [
    near({ id: "asana-token", names: ["asana"], value: String.raw`\d\/\d{16}(?:\/\d{16})?:[a-f0-9]{32}|[0-9a-z\/:]{51}|[a-z0-9]{32}`, sample: () => `1/${numbers(16)}:${hex(32)}` }),
    near({ id: "avaza-token", names: ["avaza"], value: String.raw`\d{1,12}-[0-9a-f]{40}`, sample: () => `${numbers(6)}-${hex(40)}` }),
    near({ id: "beebole-token", names: ["beebole"], ...alphanumeric(40) }),
    near({ id: "calendly-token", names: ["calendly"], value: String.raw`eyJ[A-Za-z0-9_-]{15,300}\.eyJ[A-Za-z0-9_-]{100,400}\.[A-Za-z0-9_-]{20,100}`, sample: () => `eyJ${letters(30)}.eyJ${letters(240)}.${letters(43)}` }),
    prefixed({ id: "clickup-token", prefixes: ["pk_1", "pk_2", "pk_3", "pk_4", "pk_5", "pk_6", "pk_7", "pk_8", "pk_9"], body: String.raw`\d{6,8}_[A-Z0-9]{32}`, sample: () => `${numbers(7)}_${uppercase(32)}` }),
    near({ id: "clockify-key", names: ["clockify"], ...mixedCase(48) }),
    near({ id: "dynalist-token", names: ["dynalist"], ...urlSafe(128) }),
    near({ id: "everhour-key", names: ["everhour"], value: "[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{6}-[0-9a-f]{6}-[0-9a-f]{8}", sample: () => `${hex(4)}-${hex(4)}-${hex(6)}-${hex(6)}-${hex(8)}` }),
    near({ id: "float-token", names: ["float"], isWord: true, value: "[a-f0-9]{16}[A-Za-z0-9+/]{42,43}=", sample: () => `${hex(16)}${letters(42)}=` }),
    near({ id: "goodday-token", names: ["goodday"], isWord: true, ...alphanumeric(32) }),
    near({ id: "humanity-token", names: ["humanity"], isWord: true, ...alphanumeric(40) }),
    near({ id: "mavenlink-token", names: ["mavenlink"], ...alphanumeric(64) }),
    near({ id: "meistertask-token", names: ["meistertask", "mindmeister"], ...mixedCase(43) }),
    near({ id: "monday-token", names: ["monday"], isWord: true, value: String.raw`eyJ[A-Za-z0-9_-]{15,100}\.eyJ[A-Za-z0-9_-]{100,300}\.[A-Za-z0-9_-]{25,100}`, sample: () => `eyJ${letters(30)}.eyJ${letters(240)}.${letters(43)}` }),
    near({ id: "my-intervals-token", names: ["myintervals"], ...alphanumeric(11) }),
    near({ id: "nozbe-token", names: ["nozbe", "nozbeteams"], value: "[A-Za-z0-9]{16}_[A-Za-z0-9_=-]{64}", sample: () => `${letters(16)}_${letters(64)}` }),
    near({ id: "paymo-key", names: ["paymoapp", "paymo_api"], ...mixedCase(44) }),
    near({ id: "planyo-key", names: ["planyo"], ...alphanumeric(62) }),
    near({ id: "podio-secret", names: ["podio"], value: "[A-Za-z0-9]{64}|[a-z0-9]{32}", sample: () => letters(64) }),
    near({ id: "rentman-token", names: ["rentman"], value: String.raw`ey[A-Za-z0-9_-]{17,60}\.ey[A-Za-z0-9._-]{200,420}`, sample: () => `eyJ${letters(30)}.eyJ${letters(240)}.${letters(43)}` }),
    near({ id: "sherpadesk-key", names: ["sherpadesk"], ...alphanumeric(32) }),
    near({ id: "smartsheet-token", names: ["smartsheet", "smartsheets"], value: "[A-Za-z0-9]{37}|[A-Za-z0-9]{26}", sample: () => letters(37) }),
    near({ id: "stormboard-key", names: ["stormboard"], ...hexadecimal(40) }),
    near({ id: "tallyfy-token", names: ["tallyfy"], value: String.raw`ey[A-Za-z0-9]{34}\.[A-Za-z0-9]{200,300}\.[A-Za-z0-9_-]{600,700}`, sample: () => `ey${letters(34)}.${letters(264)}.${letters(683)}` }),
    near({ id: "timecamp-token", names: ["timecamp"], ...alphanumeric(26) }),
    near({ id: "tmetric-token", names: ["tmetric"], ...capitals(64) }),
    near({ id: "todoist-token", names: ["todoist"], ...alphanumeric(40) }),
    near({ id: "toggl-token", names: ["toggl"], ...mixedCase(32) }),
    near({ id: "trello-token", names: ["trello"], value: "[a-z0-9-]{32}|ATTA[a-f0-9]{72}|[a-z0-9-]{60,70}", sample: () => hex(32) }),
    near({ id: "unplugg-token", names: ["unplu", "unplugg"], ...alphanumeric(64) }),
    near({ id: "vyte-token", names: ["vyte"], ...alphanumeric(50) }),
    near({ id: "worksnaps-token", names: ["worksnaps"], ...mixedCase(40) }),
    near({ id: "workstack-token", names: ["workstack"], ...mixedCase(60) }),
    near({ id: "bugherd-key", names: ["bugherd"], ...mixedCase(22) }),
    near({ id: "findl-key", names: ["findl"], value: "[0-9a-z]{8}(?:-[0-9a-z]{4}){3}-[0-9a-z]{12}", sample: () => sampleUuid }),
    near({ id: "magnetic-token", names: ["magnetic"], isWord: true, value: "[0-9a-z]{8}(?:-[0-9a-z]{4}){3}-[0-9a-z]{12}", sample: () => sampleUuid }),
    near({ id: "nimble-token", names: ["nimble"], isWord: true, ...mixedCase(30) }),
    near({ id: "paydirt-key", names: ["paydirt", "paydirtapp"], ...alphanumeric(32) }),
    near({ id: "shortcut-token", names: ["shortcut"], isWord: true, ...uuid }),
    near({ id: "wrike-token", names: ["wrike"], value: "ey[A-Za-z0-9._-]{250,700}", sample: () => `eyJ${letters(30)}.eyJ${letters(240)}.${letters(43)}` }),
    near({ id: "zenkit-key", names: ["zenkit"], value: "[0-9a-z]{8}-[0-9A-Za-z]{32}", sample: () => `${hex(8)}-${letters(32)}` }),
    near({ id: "caflou-token", names: ["caflou"], value: "eyJ[A-Za-z0-9._-]{120,200}|[A-Za-z0-9._-]{155}", sample: () => letters(155) }),
  ]),
];
