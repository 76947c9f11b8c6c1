import type { ClassificationEntry, PolicyDocument } from "./policyDocument.ts";

const restricted = (id: string, paths: readonly string[], except: readonly string[] = []): ClassificationEntry => ({ id, label: "restricted", paths, except });

/** Names that say "this is the example that everybody may see". */
const templates = ["*.example", "*.sample", "*.template", "*.dist", "*.tmpl", ".env.example.*", ".env.sample.*", ".env.template.*", ".env{-,_}{example,sample,template,dist}", "*.example.*"];

/**
 * What Gatelodge does on day one without any policy file. Everything here is meant to be true in nearly every
 * repository; what is doubtful (source code, documents) is left to the organisation. `manifest.test.ts` holds the
 * static file associations in package.json to the restricted patterns below.
 */
export const builtinPolicy: PolicyDocument = {
  version: 1,
  name: "built-in",
  mode: "enforce",
  labels: ["public", "internal", "confidential", "restricted"],
  defaultLabel: "internal",
  otherwise: { restricted: "block", other: "warn" },
  classification: [
    restricted("environment-files", [".env", ".env.*", "*.env", ".envrc", ".flaskenv", ".env~", ".env-*", ".env_*", "env.{production,prod,staging,local}"], templates),
    restricted("private-keys", ["*.pem", "*.key", "*.p12", "*.pfx", "*.jks", "*.keystore", "*.ppk", "*.p8", "id_rsa", "id_dsa", "id_ecdsa", "id_ed25519", "**/.ssh/id_*", "*.kdbx", "*.key.{old,bak,backup,orig}", "*.pem.{old,bak,backup,orig}", "id_{rsa,dsa,ecdsa,ed25519}.{old,bak,backup,orig}", "*.keytab", "*.ovpn"], [...templates, "*.pub", "*.pub.pem"]),
    // Keys with a name of their own have no extension; `id_rsa_parser.ts` is code.
    restricted("named-private-keys", ["id_{rsa,dsa,ecdsa,ed25519}_*"], ["*.*"]),
    restricted("credential-stores", [".netrc", "_netrc", ".pgpass", ".my.cnf", ".git-credentials", ".htpasswd", ".npmrc", ".pypirc", ".yarnrc.yml", "**/.cargo/credentials*", "**/.gem/credentials", "**/.docker/config.json", ".dockercfg", "**/.m2/settings.xml", ".vault-token", "vault-password*", ".vault_pass*", "credentials.json", "secrets.{yml,yaml,json,toml}", "**/.gnupg/**", "secrets.*.{yml,yaml,json,toml}", "**/gh/hosts.yml", "wp-config.php", "wp-config.php.{old,bak,backup,orig}", "**/glab-cli/config.yml", "**/.gradle/gradle.properties"], templates),
    // `auth.json` alone may as well be a translation of a sign-in page.
    restricted("assistant-credentials", [".claude.json", ".credentials.json", "**/.codex/auth.json", "**/opencode/auth.json", "**/cursor/auth.json", "**/.gemini/oauth_creds.json", "**/github-copilot/{hosts,apps}.json"], templates),
    restricted("registry-credentials", ["**/.composer/auth.json", "**/composer/auth.json", "**/.config/containers/auth.json"], templates),
    restricted("cloud-credentials", ["**/.aws/credentials", "**/.aws/config", "**/.azure/accessTokens.json", "**/.azure/msal_token_cache.*", "**/.azure/service_principal_entries.*", "application_default_credentials.json", "**/gcloud/credentials.db", "service-account*.json", "service_account*.json", "serviceAccountKey*.json", "*-service-account.json", ".boto", ".s3cfg", "**/.oci/config", "**/doctl/config.yaml", "**/.aws/sso/cache/**", "**/gcloud/access_tokens.db", "client_secret*.json", "*-adminsdk-*.json", "local.settings.json", "**/.aws/cli/cache/**", "**/.wrangler/config/default.toml", "**/com.vercel.cli/auth.json", "**/configstore/firebase-tools.json", "**/.sfdx/*.json", "**/huggingface/token", "rclone.conf"], templates),
    restricted("kubernetes-credentials", ["kubeconfig", "*.kubeconfig", "**/.kube/config", "kubeconfig.{yml,yaml}"], templates),
    restricted("infrastructure-state", ["*.tfstate", "*.tfstate.*", "*.tfvars", "*.tfvars.json", "**/.terraform/terraform.tfstate", "terraform.rc", ".terraformrc", "credentials.tfrc.json"], templates),
    restricted("database-dumps", ["*.dump", "*.sql.gz", "*.dump.gz", "*dump.sql", "*backup.sql", "*.bak.sql", "*.rdb", "*.sqlite3-backup", "{dump,backup}-*.sql", "{dump,backup}_*.sql"], templates),
    // What was typed at a prompt: passwords on command lines, tokens exported, statements with people in them.
    restricted("histories", [".{bash,zsh,sh,psql,mysql,rediscli,sqlite,python,node_repl}_history", "fish_history", "ConsoleHost_history.txt"]),
    // "Internal use only" and "do not distribute" stand in thousands of public packages, of functions and of builds.
    { id: "confidentiality-headers", label: "confidential", markers: ["company confidential", "strictly confidential", "confidential and proprietary", "proprietary and confidential", "attorney-client privileged", "streng vertraulich", "nur für den dienstgebrauch", "strictement confidentiel", "estrictamente confidencial", "strettamente riservato", "TLP:AMBER+STRICT"] },
    { id: "proprietary-licence", label: "confidential", markers: ["SPDX-License-Identifier: LicenseRef-Proprietary", "SPDX-License-Identifier: UNLICENSED", "SPDX-License-Identifier: LicenseRef-Confidential"] },
    { id: "export-control", label: "restricted", markers: ["export controlled information", "ITAR controlled", "subject to ITAR", "subject to the Export Administration Regulations", "ECCN:", "controlled unclassified information", "TLP:RED"] },
    // A dump of people is one whatever its name. A single address or number is not: rules act on those.
    { id: "personal-records", label: "restricted", detectors: ["personal-columns", "health-columns"] },
  ],
  destinations: [
    { kind: "local", ceiling: "confidential" },
    { kind: "cloud", ceiling: "internal" },
    { kind: "unknown", ceiling: "internal" },
  ],
  rules: [
    { id: "above-ceiling", when: { aboveCeiling: true }, channels: ["completion", "chat", "prompt", "fileRead", "search", "toolResult", "mcp", "model", "shell", "paste"], effect: "block", reason: "This content is classified above what the assistant may see." },
    // Copying one's own password into a browser is everyday work: the label travels along and paste is judged by it.
    { id: "copy-above-ceiling", when: { aboveCeiling: true }, channels: ["clipboard", "terminal"], effect: "warn", reason: "Copied text keeps the label of its file." },
    { id: "secrets", when: { findings: ["secret"], tiers: ["certain", "likely"] }, channels: ["completion", "chat", "prompt", "fileRead", "search", "toolResult", "mcp", "model", "paste", "shell"], effect: "redact", reason: "This text contains a credential." },
    { id: "copied-secrets", when: { findings: ["secret"], tiers: ["certain", "likely"] }, channels: ["clipboard", "terminal"], effect: "warn", reason: "The copied text contains a credential." },
    { id: "possible-secrets", when: { findings: ["secret"], tiers: ["possible"] }, channels: ["chat", "prompt", "toolResult", "mcp", "model", "paste"], effect: "warn", reason: "This text may contain a credential." },
    { id: "personal-data", when: { findings: ["personal"], tiers: ["certain", "likely"] }, channels: ["chat", "prompt", "toolResult", "mcp", "model", "paste"], effect: "redact", reason: "This text contains personal data." },
    { id: "hidden-text", when: { findings: ["hidden"] }, channels: ["chat", "prompt", "toolResult", "mcp", "model"], effect: "warn", reason: "This text contains characters that people cannot see." },
    // Words prove nothing: they are shown, and never a reason to let something else pass.
    { id: "steering-text", when: { findings: ["steering"] }, channels: ["chat", "prompt", "fileRead", "toolResult", "mcp", "model"], effect: "warn", reason: "Assistants take this file for instructions, and it tells them to work against you." },
  ],
  completions: { neighbours: "suppress", lingerSeconds: 120 },
  clipboard: { clearOnBlur: false },
  agents: { hooksOff: "warn" },
  // Nobody's organisation speaks here, so the developer is trusted with reasons and end dates; an organisation's policy replaces this.
  permit: {
    exceptions: ["user"], detectorsOff: ["user"], approvals: ["user"], overrides: { rules: ["*"], maxMinutes: 60 },
    // Whoever wrote a repository wrote its comments and its baseline: they quieten lists of problems, and at most spare a warning.
    silence: { comments: { shown: ["possible", "likely"], doors: ["possible"] }, baseline: { shown: ["possible", "likely", "certain"], doors: [] }, rules: { shown: ["possible", "likely"] } },
  },
};
