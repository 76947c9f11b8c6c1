import { channels, destinationKinds, effects, findingKinds, tiers } from "../request.ts";

/**
 * The JSON Schema of a policy document (draft 2020-12 subset that `checkSchema.ts` understands):
 * the one source for validation, hover, completion and the published `docs/policy.schema.json`.
 */
export interface Schema {
  readonly type?: "object" | "array" | "string" | "number" | "boolean";
  readonly description?: string;
  readonly enum?: readonly (string | number | boolean)[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

// Bounds on what a hostile repository can make us chew on: brace expansion in globs is exponential.
const text = (description: string, maxLength = 300): Schema => ({ type: "string", minLength: 1, maxLength, description });
const list = (items: Schema, description: string): Schema => ({ type: "array", items, maxItems: 2000, description });
const oneOf = (values: readonly string[], description: string): Schema => ({ type: "string", enum: values, description });
const object = (properties: Readonly<Record<string, Schema>>, required: readonly string[], description: string): Schema => ({
  type: "object", properties, required, additionalProperties: false, description,
});

const globs = (description: string) => list(text("A glob. Without a slash it matches at any depth; with one it is relative to the repository root (or to the folder of this file); a leading / or ~ is absolute."), description);
const assistants = list(text("Assistant id, for example github-copilot; * stands for any characters."), "Only for these assistants. Absent: all.");
const mode = oneOf(["monitor", "enforce"], "monitor records what would have happened and lets it pass; enforce acts.");
const effect = oneOf(effects, "allow < warn < redact < ask < block. A door that cannot do this takes the next stricter one.");
const layers = oneOf(["user", "repository"], "A layer below the organisation's.");

const classification = object({
  id: text("Name of this entry; it appears in explanations and events.", 80),
  label: text("One of the labels."),
  paths: globs("Files that get the label."),
  except: globs("Files that paths would match but that do not get the label from this entry."),
  repositories: list(text("Remote such as github.com/acme/*."), "Only in repositories that have such a remote, whatever its name."),
  markers: list({ ...text("Text looked for in the first 8 kB, ignoring case."), minLength: 4 }, "Content markers. They can only raise a label."),
  detectors: list(text("Detector id; * stands for any characters."), "What one of these detectors finds something in gets the label. They can only raise it."),
}, ["id", "label"], "Gives files a label. Of several that match, the highest wins.");

const destination = object({
  assistants,
  kind: oneOf(destinationKinds, "cloud: leaves the machine; local: a model on this machine; unknown: we cannot tell."),
  ceiling: text("The highest label that may go there."),
}, ["ceiling"], "How far up the labels a destination may see.");

const condition = object({
  aboveCeiling: { type: "boolean", enum: [true], description: "The content's label is above the destination's ceiling." },
  labels: list(text("Label."), "The content has one of these labels."),
  findings: list(oneOf(findingKinds, "Kind of finding."), "The text has a finding of one of these kinds."),
  tiers: list(oneOf(tiers, "How sure the detector is."), "Only findings of these tiers."),
  detectors: list(text("Detector id; * stands for any characters."), "Only findings of these detectors."),
}, [], "All parts that are present must hold.");

const rule = object({
  id: text("Name of this rule; it appears in explanations and events.", 80),
  when: condition,
  channels: list(oneOf(channels, "A way context travels."), "Only on these channels. Absent: all."),
  assistants,
  repositories: list(text("Remote such as github.com/acme/*."), "Only in repositories that have such a remote, whatever its name."),
  groups: list(text("Group of the user."), "Only for users of these groups. Nothing here knows a user's groups yet: until then the rule holds for everybody."),
  effect, mode,
  reason: text("Shown to the person who meets the rule.", 400),
}, ["id", "when", "effect"], "Of all rules that match, the strictest effect wins.");

const exception = object({
  id: text("Name of this exception.", 80),
  rules: { ...list(text("Rule id."), "The rules it lifts."), minItems: 1 },
  paths: globs("Only for these files."),
  assistants,
  owner: text("Who answers for it."),
  reason: text("Why.", 1000),
  expires: text("ISO date, for example 2027-03-31."),
}, ["id", "rules", "owner", "reason", "expires"], "Lifts rules for a while. Counts only where the organisation's policy permits it.");

const own = {
  id: text("Name of this detector: lower-case words joined by dashes. Elsewhere, in rules and events, it is org: and this name.", 40),
  kind: oneOf(findingKinds, "What it finds, for rules. Absent: marker."),
  tier: oneOf(tiers, "How sure it is. Absent: likely."),
};

const detectors = object({
  off: list(text("Detector id."), "Detectors that are not used."),
  quiet: list(object({
    id: text("Detector id; * stands for any characters.", 80),
    reason: text("Why what it finds is no problem here."),
    until: text("ISO date, for example 2027-03-31. Absent: without an end.", 40),
  }, ["id", "reason"], "A detector that is turned down."), "Detectors that are turned down: what they find is a hint instead of a problem and not reported by scans, but still kept from assistants."),
  on: list(text("Detector id."), "Detectors that are used although they are off by themselves, such as phone-number."),
  patterns: { ...list(object({
    ...own,
    pattern: text("A regular expression as in JavaScript, with a limit for every quantifier ({0,20} instead of *), no references back and no flags.", 500),
    ignoreCase: { type: "boolean", description: "Whether capitals count as small letters." },
    keywords: { ...list({ ...text("Three characters or more, case ignored.", 60), minLength: 3 }, "Text of which one stands in every match. Absent: taken from the pattern, which then needs three letters or digits in a row that are always there."), maxItems: 50, minItems: 1 },
  }, ["id", "pattern"], "A regular expression of the organisation's."), "Patterns to look for. Only the machine's and the organisation's policy may define them."), maxItems: 100 },
  words: { ...list(object({
    ...own,
    words: { ...list({ ...text("A name or phrase; case ignored, whole words only.", 100), minLength: 3 }, "What to look for."), minItems: 1 },
  }, ["id", "words"], "A dictionary of the organisation's."), "Words to look for. Only the machine's and the organisation's policy may define them."), maxItems: 100 },
}, [], "Detection settings.");

const unlisted = oneOf(["unknown", "denied"], "unknown: shown as such, and let alone. denied: only what an entry approves may be used.");
const aiEntry = object({
  id: text("Name of this entry; it appears in explanations.", 80),
  runtimes: list(text("Id of a model server, such as ollama, lmstudio or llama.cpp; * stands for any characters.", 80), "Model servers. Beside a condition on models: the servers that hold them."),
  models: list(text("Name of a model, such as qwen3:*; * stands for any characters."), "Models by name, which is their makers' word."),
  digests: list({ ...text("SHA-256.", 71), minLength: 64 }, "Models by the SHA-256 of their file, or of Ollama's manifest."),
  licences: list(text("Licence as its maker states it; * stands for any characters.", 80), "Models by licence."),
  formats: list(oneOf(["gguf", "safetensors", "pickle", "onnx", "unknown"], "Kind of file."), "Models by the kind of their file. Loading a pickle runs its maker's code."),
  maxGigabytes: { type: "number", minimum: 0, maximum: 100_000, description: "Models of at most this size." },
  minGigabytes: { type: "number", minimum: 0, maximum: 100_000, description: "Models of at least this size." },
  tools: list(text("Name of an assistant, agent, extension or MCP server; * stands for any characters."), "Programs that use models."),
  ceiling: text("The highest label that an approved model may see, while it runs on this machine. Absent: that of destinations. Only the machine's and the organisation's policy may say it."),
  reason: text("Shown to people.", 400),
  instead: text("What to use in its place.", 400),
}, ["id"], "All parts that are present must hold. What is not known of a model fits no condition on it.");

const ai = object({
  approved: list(aiEntry, "What may be used. A user's approvals count only where no organisation's policy is, or where it permits them."),
  denied: list(aiEntry, "What may not be used. It wins over what is approved."),
  unlisted: object({ runtimes: unlisted, models: unlisted, tools: unlisted }, [], "What becomes of what no entry speaks of. Absent: unknown."),
  bind: oneOf(["any", "loopback"], "loopback: a model server that other machines reach is denied."),
  instead: text("What to use in the place of what is denied, where its entry does not say.", 400),
}, [], "What AI may be on this machine: model servers, models and tools.");

const pin = object({
  restore: oneOf(["show", "ask", "always"], "What becomes of a setting that is looser: show tells of it, ask (the default) also offers to set it, always sets it. What stood there comes back when Gatelodge goes."),
  settings: list(object({
    assistant: text("Id of an assistant, such as claude-code or codex. Absent: a setting of the editor.", 80),
    setting: text("The setting's name as its maker writes it, such as chat.tools.global.autoApprove or sandbox_mode.", 120),
    value: { description: "The loosest value that it may have. What may be pinned, and to what, is a list of our own." },
  }, ["setting", "value"], "A setting that stays at least as strict as this."), "Settings of the editor and of assistants. Of two values for one the stricter holds."),
}, [], "Settings of the editor and of assistants that stay as strict as this. Ignored in repository files.");

const shown = list(oneOf(tiers, "How sure the detector is."), "Silenced in diagnostics and scans.");
const doors = list(oneOf(tiers, "How sure the detector is."), "Silenced at the doors as well: such a finding then passes to assistants.");
const silence = object({
  comments: object({ shown, doors }, [], "Comments such as gatelodge:allow beside a finding."),
  baseline: object({ shown, doors }, [], "The repository's baseline file."),
  rules: object({ shown }, [], "detectors.quiet. What turns a detector off at the doors is detectors.off."),
}, [], "How sure the findings may be that are silenced.");

const permit = object({
  exceptions: list(layers, "Layers that may bring exceptions of their own."),
  detectorsOff: list(layers, "Layers that may turn detectors off."),
  approvals: list(layers, "Layers that may approve AI under ai.approved."),
  silence,
  overrides: object({
    rules: list(text("Rule id; * for all."), "Rules a person may override."),
    maxMinutes: { type: "number", minimum: 1, maximum: 10080, description: "Longest time an override lasts, in minutes." },
  }, ["rules", "maxMinutes"], "Overrides by a person, with a reason, recorded."),
  asking: object({
    rules: list(text("Rule id; * for all."), "Rules that exceptions may be asked for."),
    maxDays: { type: "number", minimum: 1, maximum: 365, description: "Longest time an exception is asked for, in days." },
  }, ["rules", "maxDays"], "Exceptions that a person asks the organisation's collector for, each for one file of one machine."),
}, [], "What the layers below may do although it loosens. Ignored in user and repository files.");

const reporting = object({
  endpoint: text("Base address of an OTLP/HTTP endpoint, without /v1/logs. https, or http on this machine."),
  identity: oneOf(["none", "pseudonymous"], "pseudonymous: a keyed hash of the user's name, by which reports of one person can be told to belong together. Absent: none."),
  purpose: text("What it is for. Shown to people before anything is sent.", 400),
  retentionDays: { type: "number", minimum: 1, maximum: 3660, description: "How long the organisation keeps what is reported. Shown to people." },
  enrolmentToken: text("By which a device gets a key of its own from a Gatelodge collector. Absent: the endpoint asks for none.", 200),
}, ["endpoint"], "What is reported, and where to. Only the machine's and the organisation's policy may say so. Absent: nothing leaves the machine.");

const organisation = object({
  id: text("The organisation's name in what it signs.", 80),
  endpoint: text("Base address of the server of the policy, without /v1/policy. https, or http on this machine."),
  rootKeys: { ...list({ ...text("A public key.", 43), minLength: 43 }, "Public Ed25519 keys (32 bytes, base64url) that sign the organisation's sets of keys. Absent: those of the first answer are kept, by which tampering shows and is not prevented."), minItems: 1, maxItems: 20 },
  enrolmentToken: text("By which a device gets a key of its own from a Gatelodge collector. Absent: the endpoint asks for none.", 200),
  groups: list(text("Group.", 80), "Groups of this machine's user, for rings and for rules. Absent: nobody knows them, and rules for groups hold."),
}, ["id"], "Whose signed policy this machine takes. Only in the machine file. As long as no policy that holds is here, the machine file holds alone.");

export const policySchema: Schema & { readonly $schema: string; readonly title: string } = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Gatelodge policy",
  ...object({
    version: { type: "number", enum: [1], description: "Version of this format." },
    name: text("Name of this policy, shown to people.", 80),
    extends: oneOf(["builtin", "none"], "Start from the built-in default (the default) or from nothing. Only the machine's and the organisation's files may say none."),
    mode,
    labels: { ...list(text("Label.", 40), "All labels, from the least to the most sensitive."), minItems: 1 },
    defaultLabel: text("Label of files that nothing classifies.", 40),
    otherwise: object({ restricted: effect, other: effect }, [], "What a door does when it cannot decide: for content of the highest label or that cannot be read, and for other content."),
    classification: list(classification, "What is sensitive."),
    destinations: list(destination, "Who may see how much. The entry that names the assistant beats the one that names its kind."),
    rules: list(rule, "What happens when."),
    exceptions: list(exception, "Time-limited exceptions."),
    detectors,
    completions: object({
      neighbours: oneOf(["suppress", "guardedView", "allow"], "suppress: no completions anywhere in a window while a file above the ceiling is open in it, since assistants read neighbouring tabs. guardedView: small secret files open in a view that keeps them from other extensions, so completions go on elsewhere; what is open as text still suppresses."),
      lingerSeconds: { type: "number", minimum: 0, maximum: 3600, description: "How long completions stay off after such a file is closed, since assistants remember recent edits." },
    }, [], "Inline completions."),
    clipboard: object({ clearOnBlur: { type: "boolean", description: "Wipe the clipboard when the window loses focus after a copy that policy does not allow." } }, [], "Clipboard."),
    agents: object({ hooksOff: oneOf(["warn", "deny"], "warn: while something switches a coding agent's hooks off, that is told. deny: the agent may also use no tool until that is gone, where its client has a setting for it (Claude Code, Gemini CLI, Qwen Code).") }, [], "Coding agents."),
    ai, pin, permit, reporting, organisation,
  }, ["version"], "A Gatelodge policy: what is sensitive, who may see it, what happens otherwise."),
};
