import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { assigned, own, prefixed, takenFrom } from "../ruleForms.ts";
import { betterleaks, kingfisher, leaktk, noseyParker } from "../ruleSets.ts";
import { hex, letters } from "../samples.ts";
import { alphanumeric, hexadecimal, mixedCase, uuid } from "../valueShapes.ts";

/** Where packages come from, beside packageRegistries.ts. */
export const packageHosts: readonly Detector[] = [
  ...takenFrom(own, [
    near({ id: "gemfury-token", names: ["gemfury", "fury_auth", "fury_push", "fury_api"], ...mixedCase(20) }),
    near({ id: "packagist-token", names: ["packagist"], value: "packagist_[a-z]{3}_[a-f0-9]{60,80}|[a-z0-9]{20}", sample: () => letters(20) }),
    near({ id: "hex-pm-key", names: ["hex_api", "hexpm"], ...hexadecimal(32) }),
    near({ id: "anaconda-token", names: ["anaconda", "conda_token", "binstar"], value: `[a-z]{2}-${uuid.value}`, sample: () => `an-${uuid.sample()}` }),
    near({ id: "chocolatey-key", names: ["chocolatey", "choco_api"], ...uuid }),
    near({ id: "cocoapods-token", names: ["cocoapods"], ...hexadecimal(32) }),
    near({ id: "nexus-token", names: ["nexus"], ...uuid }),
  ]),
  ...takenFrom(kingfisher, [
    near({ id: "cloudsmith-legacy-key", names: ["cloudsmith"], ...hexadecimal(40) }),
    near({ id: "packagecloud-token", names: ["packagecloud", "package_cloud"], ...hexadecimal(48) }),
    near({ id: "npm-legacy-token", names: ["npm"], isWord: true, ...uuid }),
    near({ id: "nuget-legacy-key", names: ["nuget"], ...alphanumeric(46) }),
  ]),
  ...takenFrom(noseyParker, [
    near({ id: "artifactory-legacy-key", names: ["artifactory", "jfrog"], ...mixedCase(73) }),
  ]),
  ...takenFrom(betterleaks, [
    prefixed({ id: "cloudsmith-key", prefixes: ["csa_"], body: "[a-f0-9]{30}[A-Za-z0-9]{6}", sample: () => hex(30) + letters(6) }),
    {
      // The name is so much its own that the value may be any.
      id: "contribsys-credential", kind: "secret", tier: "likely", keywords: ["contribsys"], pattern: new RegExp(`contribsys[\\w.-]{0,30}${assigned}([a-f0-9]{8}:[a-f0-9]{8})(?![\\w/+=-])`, "diy"),
      examples: () => [`BUNDLE_GEMS__CONTRIBSYS__COM=${"c8f21c9a"}:d8344f53`, `export BUNDLE_ENTERPRISE__CONTRIBSYS__COM = "${"c8f21c9a"}:d8344f53"`], counterExamples: () => ["BUNDLE_GEMS__CONTRIBSYS__COM=$KEY", `BUNDLE_GEMS__CONTRIBSYS__COM=${"0".repeat(8)}:${"0".repeat(8)}`],
    },
  ]),
  ...takenFrom(leaktk, [
    prefixed({ id: "artifactory-reference-token", prefixes: ["cmVmd"], body: "[A-Za-z0-9]{59}", sample: () => `G${letters(58)}` }),
  ]),
];
