import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { named, own, prefixed, takenFrom } from "../ruleForms.ts";
import { betterleaks, kingfisher, noseyParker } from "../ruleSets.ts";
import { hex, letters, lowercase, sampleUuid } from "../samples.ts";
import { hexadecimal } from "../valueShapes.ts";

/** Where code lives and is reviewed, beside codeHosts.ts. */
export const sourceControl: readonly Detector[] = [
  ...takenFrom(own, [
    prefixed({ id: "bitbucket-data-center-token", prefixes: ["BBDC-"], body: "[A-Za-z0-9+/@_-]{40,50}", sample: () => letters(44) }),
    near({ id: "gitee-token", names: ["gitee"], ...hexadecimal(32) }),
    near({ id: "phabricator-token", names: ["phabricator", "conduit", "phorge"], value: "(?:api|cli)-[a-z0-9]{28}", sample: () => `api-${lowercase(28)}` }),
    prefixed({ id: "jetbrains-token", prefixes: ["perm:", "perm-"], body: String.raw`[A-Za-z0-9+/=]{4,80}\.[A-Za-z0-9+/=]{4,80}\.[A-Za-z0-9]{30}`, sample: () => `${letters(12)}=.${letters(20)}.${letters(30)}` }),
    prefixed({ id: "open-vsx-token", prefixes: ["ovsxat_"], body: "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", sample: () => "3f2a9c41-7b6d-4e58-9a0c-d15e7f82b643" }),
  ]),
  ...takenFrom(kingfisher, [
    near({ id: "bitbucket-secret", names: ["bitbucket"], value: "[a-z0-9=_-]{64}|[a-z0-9+_-]{44}|[a-z0-9]{32}", sample: () => letters(32) }),
    prefixed({ id: "sourcegraph-cody-token", prefixes: ["slk_", "sgd_"], body: "[a-f0-9]{64}", sample: () => hex(64) }),
  ]),
  ...takenFrom(noseyParker, [
    near({ id: "figma-legacy-token", names: ["figma"], value: "[0-9a-f]{4}-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", sample: () => `3f2a-${sampleUuid}` }),
    named({ id: "github-client-secret", names: ["github_client_secret", "github_secret", "github_app_secret", "github_oauth"], value: "[a-f0-9]{40}", sample: () => hex(40) }),
  ]),
  ...takenFrom(betterleaks, [
    {
      id: "gitlab-session-cookie", kind: "secret", tier: "likely", keywords: ["_gitlab_session="], pattern: /_gitlab_session=([0-9a-z]{32})(?!\w)/dy,
      examples: () => [`Cookie: _gitlab_session=${hex(32)}; x=1`], counterExamples: () => ["_gitlab_session=", "_gitlab_session=${SESSION}"],
    },
    near({ id: "gitea-token", names: ["gitea", "forgejo", "codeberg", "gogs"], ...hexadecimal(40) }),
  ]),
];
