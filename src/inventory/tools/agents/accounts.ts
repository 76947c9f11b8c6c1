import { join } from "node:path";
import { isObject, type Json } from "../../../protocols/protocol.ts";
import { largestOwn } from "../disk.ts";
import { readConfig, type ConfigFormat } from "../readConfig.ts";
import { shownPlace } from "../shownPlace.ts";
import type { ToolFound, ToolPlaces } from "../toolFound.ts";

type Kind = "personal" | "organisation" | "key";

/** How an assistant's own settings say whose account it uses. Files that hold what signs it in are not opened for this. */
interface AccountPlace {
  readonly assistant: string;
  readonly name: string;
  readonly file: string;
  readonly format: ConfigFormat;
  readonly kindOf: (settings: Json) => Kind | undefined;
}

const places: readonly AccountPlace[] = [
  { assistant: "claude-code", name: "Claude Code", file: ".claude.json", format: "json", kindOf: ({ oauthAccount }) => (isObject(oauthAccount) ? ofClaude(oauthAccount) : undefined) },
  { assistant: "gemini", name: "Gemini CLI", file: ".gemini/settings.json", format: "json", kindOf: (settings) => byName(at(settings, "security", "auth", "selectedType") ?? settings["selectedAuthType"]) },
  { assistant: "qwen-code", name: "Qwen Code", file: ".qwen/settings.json", format: "json", kindOf: (settings) => byName(at(settings, "security", "auth", "selectedType") ?? settings["selectedAuthType"]) },
  { assistant: "codex", name: "Codex", file: ".codex/config.toml", format: "toml", kindOf: ({ preferred_auth_method, forced_login_method, forced_chatgpt_workspace_id }) => (typeof forced_chatgpt_workspace_id === "string" ? "organisation" : byName(forced_login_method ?? preferred_auth_method)) },
];

/** Google's and Qwen's names of ways to sign in, and Codex's: a person's own, a key, or an organisation's cloud. `chatgpt` may be either. */
const ways: Readonly<Record<string, Kind>> = { "oauth-personal": "personal", "qwen-oauth": "personal", "gemini-api-key": "key", apikey: "key", api: "key", openai: "key", "vertex-ai": "organisation" };
const byName = (way: unknown): Kind | undefined => (typeof way === "string" ? ways[way] : undefined);

/** Providers of mail for everybody; somebody's account there is their own. */
const everybodys = /@(?:gmail|googlemail|outlook|hotmail|live|msn|icloud|me|yahoo|gmx|web|proton|protonmail|pm|mail|aol|qq|163)\.[a-z.]+$/i;

/** Who signs in alone has an organisation as well, which is called after them. */
function ofClaude({ emailAddress, organizationName }: Json): Kind | undefined {
  if (typeof emailAddress === "string" && everybodys.test(emailAddress)) return "personal";
  if (typeof organizationName !== "string") return undefined;
  return /['\u2019]s (?:Individual )?Org(?:anization)?$/.test(organizationName) ? "personal" : "organisation";
}

const words: Readonly<Record<Kind, string>> = { personal: "signed in with a personal account", organisation: "signed in with an organisation's account", key: "uses a key, not an account" };

/** Whose account assistants use, as far as their settings say it: no address and no name of anybody. */
export async function findAccounts(place: Pick<ToolPlaces, "home" | "disk">): Promise<readonly ToolFound[]> {
  const found = await Promise.all(places.map(async ({ assistant, name, file, format, kindOf }): Promise<readonly ToolFound[]> => {
    const path = join(place.home, file);
    const read = await place.disk.read(path, place.home, largestOwn);
    const settings = read.kind === "text" ? readConfig(read.text, format).value : undefined;
    const kind = isObject(settings) ? kindOf(settings) : undefined;
    return kind === undefined ? [] : [{ kind: "account", name, assistant, place: shownPlace(place, path), evidence: [words[kind]], risks: kind === "personal" ? ["what it reads is subject to a person's terms, not to your organisation's"] : [] }];
  }));
  return found.flat();
}

function at(settings: unknown, ...path: readonly string[]): unknown {
  return path.reduce((value, key) => (isObject(value) ? value[key] : undefined), settings);
}
