import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { own, prefixed, takenFrom } from "../ruleForms.ts";
import { betterleaks, kingfisher, noseyParker } from "../ruleSets.ts";
import { hex, letters, lowercase, numbers } from "../samples.ts";
import { alphanumeric, hexadecimal, mixedCase, urlSafe, uuid } from "../valueShapes.ts";

/** Metrics, logs, traces and errors. */
export const monitoring: readonly Detector[] = [
  ...takenFrom(own, [
    near({ id: "rollbar-token", names: ["rollbar"], ...hexadecimal(32) }),
    prefixed({ id: "honeycomb-ingest-key", prefixes: ["hcaik_", "hcbik_", "hcxik_", "hcaic_", "hcamk_"], body: "[a-z0-9]{50,64}", sample: () => lowercase(58) }),
    prefixed({ id: "honeybadger-token", prefixes: ["hbp_"], body: "[A-Za-z0-9]{36}", sample: () => letters(36) }),
    near({ id: "loggly-token", names: ["loggly"], ...uuid }),
    near({ id: "papertrail-token", names: ["papertrail"], ...mixedCase(20) }),
    near({ id: "datadog-agent-key", names: ["dd_api", "dd_app", "dd_application", "dd_client", "dd_secret"], value: "[a-f0-9]{32}|[a-f0-9]{40}", sample: () => hex(32) }),
    near({ id: "logdna-key", names: ["logdna", "mezmo"], value: "[a-f0-9]{32}|sts_[a-f0-9]{64}", sample: () => hex(32) }),
    prefixed({ id: "axiom-token", prefixes: ["xaat-", "xapt-"], body: uuid.value, sample: uuid.sample }),
    near({ id: "coralogix-key", names: ["coralogix"], value: `cxt[a-z]_[a-z0-9]{30}|${uuid.value}`, sample: uuid.sample }),
    near({ id: "appsignal-key", names: ["appsignal"], ...uuid }),
    near({ id: "instabug-token", names: ["instabug"], ...hexadecimal(32) }),
    near({ id: "zabbix-token", names: ["zabbix"], ...hexadecimal(64) }),
    prefixed({ id: "checkly-user-key", prefixes: ["cu_"], body: "[a-f0-9]{32}", sample: () => hex(32) }),
    near({ id: "pingdom-token", names: ["pingdom"], ...urlSafe(71) }),
  ]),
  ...takenFrom(kingfisher, [
    near({ id: "airbrake-key", names: ["airbrake"], value: "[a-z0-9-]{40}|[a-f0-9]{32}", sample: () => hex(40) }),
    near({ id: "appoptics-token", names: ["appoptics", "solarwinds"], ...urlSafe(71) }),
    near({ id: "bugsnag-key", names: ["bugsnag"], value: `[0-9a-f]{32}|${uuid.value}`, sample: () => hex(32) }),
    near({ id: "honeycomb-key", names: ["honeycomb"], value: "[0-9a-f]{32}|[0-9a-z]{22}", sample: () => hex(32) }),
    near({ id: "logz-token", names: ["logz", "logzio"], value: "[0-9a-z]{8}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{12}|[a-z]{32}", sample: uuid.sample }),
    near({ id: "splunk-token", names: ["splunk", "signalfx"], value: `[a-z0-9_-]{22}|${uuid.value}`, sample: uuid.sample }),
    near({ id: "new-relic-legacy-key", names: ["newrelic", "new_relic"], value: "[a-f0-9]{40}|[a-z0-9]{64}", sample: () => hex(40) }),
    near({ id: "uptimerobot-key", names: ["uptimerobot", "uptime_robot"], value: "[a-z]{0,2}[a-z0-9]{7,10}-[a-z0-9]{24}", sample: () => `u${numbers(7)}-${hex(24)}` }),
    near({ id: "better-stack-token", names: ["betterstack", "better_stack", "logtail", "betteruptime", "better_uptime"], ...mixedCase(24) }),
    near({ id: "checkly-key", names: ["checkly"], ...alphanumeric(32) }),
    near({ id: "statuscake-key", names: ["statuscake"], value: "[a-z0-9]{20}|[a-z0-9]{30}", sample: () => letters(20) }),
    near({ id: "gtmetrix-key", names: ["gtmetrix"], ...hexadecimal(32) }),
    near({ id: "dareboost-token", names: ["dareboost"], ...mixedCase(60) }),
  ]),
  ...takenFrom(noseyParker, [
    {
      id: "new-relic-license-key", kind: "secret", tier: "certain", keywords: ["nral"], before: [36], pattern: /(?<![a-z0-9])([a-z0-9]{6}[a-f0-9]{30}nral)(?![a-z0-9])/diy,
      examples: () => [`license_key: ${lowercase(6)}${hex(30)}NRAL`, `NEW_RELIC_LICENSE_KEY="eu01xx${hex(30)}NRAL"`], counterExamples: () => ["nral", `${hex(30)}NRAL`],
    },
    prefixed({ id: "new-relic-admin-key", prefixes: ["NRAA-"], body: "[a-f0-9]{27}", sample: () => hex(27) }),
    prefixed({ id: "new-relic-pixie-key", prefixes: ["px-api-", "px-dep-"], body: uuid.value, sample: uuid.sample }),
  ]),
  ...takenFrom(betterleaks, [
    near({ id: "sumo-logic-key", names: ["sumo"], ...mixedCase(64) }),
  ]),
];
