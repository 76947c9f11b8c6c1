/** A file or folder in a home by which somebody proves who they are. */
export interface KnownCredential {
  readonly name: string;
  /** From the home, with `/`; `*` is any one name. */
  readonly path: string;
  /** What is in it if there is a credential at all; absent: it is one. */
  readonly holds?: RegExp;
}

const key = /-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY/;

/** By the documentation of each tool. */
export const knownCredentials: readonly KnownCredential[] = [
  { name: "AWS keys", path: ".aws/credentials", holds: /aws_(?:secret_access_key|session_token)/ },
  { name: "AWS single sign-on", path: ".aws/sso/cache/*.json", holds: /accessToken/ },
  { name: "AWS sessions", path: ".aws/cli/cache/*.json" },
  { name: "Google Cloud default credentials", path: ".config/gcloud/application_default_credentials.json", holds: /refresh_token|private_key/ },
  { name: "Google Cloud accounts", path: ".config/gcloud/credentials.db" },
  { name: "Azure tokens", path: ".azure/msal_token_cache.json" },
  { name: "Azure service principals", path: ".azure/service_principal_entries.json" },
  { name: "Kubernetes access", path: ".kube/config", holds: /client-key-data|token:|exec:|password:/ },
  { name: "Docker registries", path: ".docker/config.json", holds: /"(?:auth|identitytoken)"\s*:/ },
  { name: "containers' registries", path: ".config/containers/auth.json", holds: /"auth"\s*:/ },
  { name: "GitHub CLI", path: ".config/gh/hosts.yml", holds: /oauth_token/ },
  { name: "GitLab CLI", path: ".config/glab-cli/config.yml", holds: /token:\s*\S/ },
  { name: "Git passwords", path: ".git-credentials", holds: /:\/\// },
  { name: "npm token", path: ".npmrc", holds: /_authToken|_password|_auth\s*=/ },
  { name: "Yarn token", path: ".yarnrc.yml", holds: /npmAuthToken/ },
  { name: "PyPI token", path: ".pypirc", holds: /password/ },
  { name: "Cargo token", path: ".cargo/credentials.toml", holds: /token/ },
  { name: "RubyGems key", path: ".gem/credentials" },
  { name: "Maven passwords", path: ".m2/settings.xml", holds: /<password>/ },
  { name: "Gradle passwords", path: ".gradle/gradle.properties", holds: /(?:password|token|secret)\s*=/i },
  { name: "machine passwords", path: ".netrc", holds: /password/ },
  { name: "PostgreSQL passwords", path: ".pgpass" },
  { name: "MySQL password", path: ".my.cnf", holds: /password/ },
  { name: "Vault token", path: ".vault-token" },
  { name: "Terraform Cloud token", path: ".terraform.d/credentials.tfrc.json" },
  { name: "DigitalOcean token", path: ".config/doctl/config.yaml", holds: /access-token:\s*\S/ },
  { name: "Cloudflare token", path: ".config/.wrangler/config/default.toml" },
  { name: "Vercel token", path: ".local/share/com.vercel.cli/auth.json" },
  { name: "Firebase token", path: ".config/configstore/firebase-tools.json", holds: /refresh_token/ },
  { name: "rclone remotes", path: ".config/rclone/rclone.conf", holds: /(?:pass|token|secret\w*)\s*=/ },
  { name: "Salesforce organisations", path: ".sfdx/*.json", holds: /accessToken|refreshToken/ },
  { name: "Hugging Face token", path: ".cache/huggingface/token" },
  { name: "Claude Code login", path: ".claude/.credentials.json" },
  { name: "Codex login", path: ".codex/auth.json" },
  { name: "Gemini login", path: ".gemini/oauth_creds.json" },
  { name: "opencode logins", path: ".local/share/opencode/auth.json" },
  { name: "Copilot login", path: ".config/github-copilot/apps.json" },
  { name: "SSH key", path: ".ssh/*", holds: key },
  { name: "GnuPG secret key", path: ".gnupg/private-keys-v1.d/*.key" },
];

/** Of an SSH key without a passphrase the head says `none` for its cipher: PROTOCOL.key of OpenSSH. Older forms say when there is one. */
export const isOpenKey = (text: string): boolean => key.test(text) && !/ENCRYPTED/.test(text) && (!text.includes("OPENSSH") || /b3BlbnNzaC1rZXktdjEAAAAABG5vbmU/.test(text));

/** Variables that hold a secret, by the way they are called. */
export const isSecretVariable = (name: string): boolean => /(?:^|_)(?:TOKEN|SECRET|PASSWORD|PASSWD|API_?KEY|ACCESS_KEY|SECRET_KEY|PRIVATE_KEY|CREDENTIALS?|PAT)(?:_\w+)?$/i.test(name) && !/_(?:FILE|PATH|URL|ID|NAME|TTL|EXPIR\w*)$/i.test(name);
