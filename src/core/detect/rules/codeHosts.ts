import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { named, own, prefixed, takenFrom } from "../ruleForms.ts";
import { letters, lowercase } from "../samples.ts";
import { uuid } from "../valueShapes.ts";

export const codeHosts: readonly Detector[] = takenFrom(own, [
  prefixed({ id: "github-token", prefixes: ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"], body: "[A-Za-z0-9]{36}", sample: () => letters(36), check: "checkDigits" }),
  prefixed({ id: "github-installation-token", prefixes: ["ghs_"], body: String.raw`\d{1,12}_eyJ[\w-]{10,400}\.[\w-]{10,2000}\.[\w-]{20,700}`, sample: () => `12345_eyJ${letters(30)}.${letters(60)}.${letters(43)}` }),
  prefixed({ id: "github-fine-grained-token", prefixes: ["github_pat_"], body: "[A-Za-z0-9_]{82}", sample: () => `${letters(22)}_${letters(59)}` }),
  prefixed({ id: "gitlab-token", prefixes: ["glpat-", "gldt-", "glrt-", "glcbt-", "glptt-", "glft-", "glsoat-", "glimt-", "glagent-", "gloas-", "glffct-"], body: String.raw`(?:t\d_)?[A-Za-z0-9_-]{20,64}(?:\.[0-9a-z]{2}\.?[0-9a-z]{7,9})?`, sample: () => letters(20) }),
  prefixed({ id: "gitlab-runner-token", prefixes: ["GR1348941"], body: "[A-Za-z0-9_-]{20}", sample: () => letters(20) }),
  prefixed({ id: "bitbucket-token", prefixes: ["ATBB"], body: "[A-Za-z0-9]{24}[A-F0-9]{8}", sample: () => `${letters(24)}0A1B2C3D` }),
  prefixed({ id: "sourcegraph-token", prefixes: ["sgp_"], body: "(?:[A-Fa-f0-9]{16}_(?:local_)?|local_)?[A-Fa-f0-9]{40}", sample: () => "0a1b2c3d4e".repeat(3) + "5f60718293" }),
  near({ id: "snyk-token", names: ["snyk"], ...uuid }),
  named({ id: "codecov-token", names: ["codecov"], value: "[a-z0-9]{32}", sample: () => lowercase(32) }),
]);
