import type { Detector } from "../detector.ts";
import { named, own, prefixed, takenFrom } from "../ruleForms.ts";
import { hex, letters, lowercase } from "../samples.ts";

export const packageRegistries: readonly Detector[] = takenFrom(own, [
  prefixed({ id: "npm-token", prefixes: ["npm_"], body: "[A-Za-z0-9]{36}", sample: () => letters(36), check: "checkDigits", unlike: () => ["npm_config_registry", "npm_lifecycle_event_and_some_more_words"] }),
  named({ id: "npm-auth-token", names: ["authtoken", "npm_auth"], value: "[A-Za-z0-9+/=-]{30,200}", sample: () => letters(40) }),
  prefixed({ id: "pypi-token", prefixes: ["pypi-AgEIcHlwaS5vcmc", "pypi-AgENdGVzdC5weXBpLm9yZw"], body: "[A-Za-z0-9_-]{50,1000}", sample: () => letters(80) }),
  prefixed({ id: "docker-hub-token", prefixes: ["dckr_pat_", "dckr_oat_"], body: "[A-Za-z0-9_-]{27,32}", sample: () => letters(27) }),
  prefixed({ id: "rubygems-token", prefixes: ["rubygems_"], body: "[a-f0-9]{48}", sample: () => hex(48) }),
  prefixed({ id: "clojars-token", prefixes: ["CLOJARS_"], body: "[a-z0-9]{60}", sample: () => lowercase(60) }),
  prefixed({ id: "nuget-key", prefixes: ["oy2"], body: "[a-z0-9]{43}", sample: () => lowercase(43), check: ["spelled", [String.raw`(?<=.{3})\d.{0,43}\d`]] }),
  prefixed({ id: "crates-io-token", prefixes: ["cio"], body: "[A-Za-z0-9]{32}", sample: () => letters(32), check: ["spelled", [String.raw`\d`, "[A-Z]"]] }),
  prefixed({ id: "artifactory-key", prefixes: ["AKCp", "cmVmdGtuOjAx"], body: "[A-Za-z0-9]{50,69}", sample: () => letters(60) }),
]);
