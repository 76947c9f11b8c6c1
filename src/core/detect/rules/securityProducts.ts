import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { own, prefixed, takenFrom } from "../ruleForms.ts";
import { betterleaks, kingfisher, leaktk } from "../ruleSets.ts";
import { hex, letters, lowercase } from "../samples.ts";
import { alphanumeric, capitals, hexadecimal, mixedCase, uuid } from "../valueShapes.ts";

/** Scanners, endpoints and threat intelligence. */
export const securityProducts: readonly Detector[] = [
  ...takenFrom(own, [
    near({ id: "semgrep-token", names: ["semgrep"], ...hexadecimal(64) }),
    near({ id: "gitguardian-key", names: ["gitguardian"], value: "[a-z0-9]{70,72}", sample: () => letters(71) }),
    prefixed({ id: "socket-token", prefixes: ["sktsec_"], body: "(?!t_--RAN5U4)[A-Za-z0-9_-]{40,80}", sample: () => letters(48) }),
    prefixed({ id: "arcjet-key", prefixes: ["ajkey_"], body: "[a-z0-9]{26}", sample: () => lowercase(26) }),
    prefixed({ id: "spectral-key", prefixes: ["spu-"], body: "[a-f0-9]{32}", sample: () => hex(32) }),
    near({ id: "crowdstrike-secret", names: ["crowdstrike"], value: "[a-z0-9]{40}|[a-f0-9]{32}", sample: () => letters(40) }),
    near({ id: "tenable-key", names: ["tenable", "nessus"], ...hexadecimal(64) }),
    near({ id: "rapid7-key", names: ["rapid7", "insightvm"], ...uuid }),
    near({ id: "sentinelone-token", names: ["sentinelone", "sentinel_one"], ...mixedCase(80) }),
    near({ id: "veracode-key", names: ["veracode"], value: "[a-f0-9]{128}|[a-f0-9]{32}", sample: () => hex(128) }),
    near({ id: "censys-secret", names: ["censys"], ...mixedCase(32) }),
    near({ id: "greynoise-key", names: ["greynoise"], ...mixedCase(64) }),
    near({ id: "alienvault-key", names: ["alienvault", "otx_api", "otx_key"], ...hexadecimal(64) }),
    near({ id: "abuseipdb-key", names: ["abuseipdb"], ...hexadecimal(80) }),
    near({ id: "have-i-been-pwned-key", names: ["haveibeenpwned", "hibp"], ...hexadecimal(32) }),
    near({ id: "binaryedge-key", names: ["binaryedge"], ...uuid }),
    near({ id: "intelx-key", names: ["intelx"], ...uuid }),
    near({ id: "pulsedive-key", names: ["pulsedive"], ...hexadecimal(64) }),
    near({ id: "recorded-future-token", names: ["recordedfuture", "recorded_future"], ...hexadecimal(32) }),
    near({ id: "misp-key", names: ["misp"], ...mixedCase(40) }),
    near({ id: "vulners-key", names: ["vulners"], ...capitals(64) }),
    near({ id: "whitesource-key", names: ["whitesource", "mend_api", "mend_org", "mend_user"], ...hexadecimal(64) }),
    near({ id: "bridgecrew-key", names: ["bridgecrew", "prisma_cloud"], ...uuid }),
  ]),
  ...takenFrom(kingfisher, [
    near({ id: "virustotal-key", names: ["virustotal", "virus_total", "vt_api"], ...hexadecimal(64) }),
    near({ id: "shodan-key", names: ["shodan"], ...mixedCase(32) }),
    near({ id: "urlscan-key", names: ["urlscan"], value: "[a-z0-9-]{36}", sample: uuid.sample }),
    near({ id: "securitytrails-key", names: ["securitytrails", "security_trails"], ...mixedCase(32) }),
    near({ id: "detectify-key", names: ["detectify"], ...alphanumeric(32) }),
    prefixed({ id: "nightfall-key", prefixes: ["NF-"], body: "[A-Za-z0-9]{32}", sample: () => letters(32) }),
    near({ id: "jupiterone-token", names: ["jupiterone", "jupiter_one"], ...mixedCase(76) }),
    near({ id: "sslmate-key", names: ["sslmate"], ...mixedCase(36) }),
    near({ id: "cloudmersive-key", names: ["cloudmersive"], value: "[a-z0-9-]{36}", sample: uuid.sample }),
  ]),
  ...takenFrom(betterleaks, [
    prefixed({ id: "endor-labs-key", prefixes: ["endr+"], body: "[A-Za-z0-9-]{16}", sample: () => letters(16) }),
    prefixed({ id: "aikido-secret", prefixes: ["AIK_SECRET_", "AIK_CI_"], body: "[A-Za-z0-9]{20,64}", sample: () => letters(64) }),
  ]),
  ...takenFrom(leaktk, [
    {
      id: "tines-webhook", kind: "secret", tier: "likely", keywords: [".tines.com/webhook/"], pattern: /\.tines\.com\/webhook\/([a-z0-9]{32}\/[a-z0-9]{32})(?!\w)/diy,
      examples: () => [`https://corp-1.tines.com/webhook/${hex(32)}/${lowercase(32)}`], counterExamples: () => ["https://corp.tines.com/webhook/", "https://www.tines.com/webhook/docs"],
    },
  ]),
];
