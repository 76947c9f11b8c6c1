/** How a value travels. `strings`: a list of names. */
export type AttributeType = "string" | "int" | "double" | "boolean" | "strings";

export interface ReportedAttribute {
  readonly type: AttributeType;
  /** What it says, for people. */
  readonly text: string;
}

const is = (type: AttributeType, text: string): ReportedAttribute => ({ type, text });

/**
 * Every attribute that may leave the machine: what is not in this list is not sent, whatever a line on the disk says.
 * docs/reporting.md is held to it, and a longer list is told to people before it is used.
 */
export const reportedAttributes: Readonly<Record<string, ReportedAttribute>> = {
  "gatelodge.event.id": is("string", "Random number of the event, by which one that arrives twice is counted once."),
  "gatelodge.seq": is("int", "Number of the event within its process, by which gaps show."),
  "gatelodge.channel": is("string", "The way the content would have travelled, such as chat, completion or shell."),
  "gatelodge.assistant.id": is("string", "The assistant, by its name in our catalogue; any other is `other`."),
  "gatelodge.assistant.key": is("string", "Of an assistant that is not in our catalogue: a keyed hash of its name, the same on all machines of the organisation."),
  "gatelodge.destination.kind": is("string", "Whether it would have gone to a cloud or stayed on this machine."),
  "gatelodge.effect": is("string", "What the policy says: allow, warn, redact, ask or block."),
  "gatelodge.effect.enforced": is("string", "What was done; `none` where nothing could be."),
  "gatelodge.rule.id": is("string", "The rule that decided, by the organisation's or our name; a rule of the developer's own is `user-rule` or `repository-rule`, one that nobody knows `unknown-rule`."),
  "gatelodge.label": is("string", "The classification of the content."),
  "gatelodge.detector.ids": is("strings", "What kinds of things were found, never the things."),
  "gatelodge.findings.count": is("int", "How many were found."),
  "gatelodge.findings.length": is("int", "How many characters they cover."),
  "gatelodge.findings.silenced": is("int", "How many a comment or a baseline silenced."),
  "gatelodge.granted": is("boolean", "Whether a person had allowed it."),
  "gatelodge.undecided": is("boolean", "Whether the content could not be looked at."),
  "gatelodge.policy.hash": is("string", "Which policy decided."),
  "gatelodge.decision.duration": is("double", "Milliseconds the decision took."),
  "gatelodge.decision.count": is("int", "How many decisions this one stands for; more than one only where the spool was full."),
  "file.extension": is("string", "The end of the file's name, if it is a common one; any other is `other`."),
  "gatelodge.override.minutes": is("int", "For how long a person lifted a rule; 0: once."),
  "gatelodge.usage.allow": is("int", "How often within an hour content was let through."),
  "gatelodge.usage.warn": is("int", "How often within an hour there was a warning."),
  "gatelodge.usage.redact": is("int", "How often within an hour something was masked."),
  "gatelodge.usage.ask": is("int", "How often within an hour a person was asked."),
  "gatelodge.usage.block": is("int", "How often within an hour something was stopped."),
  "gatelodge.usage.none": is("int", "How often within an hour nothing could be done."),
  "gatelodge.policy.previous": is("string", "Which policy was in force before."),
  "gatelodge.policy.mode": is("string", "Whether the policy is enforced or only watched."),
  "gatelodge.policy.layers": is("strings", "Which layers the policy is made of: builtin, organisation, machine, user or repository."),
  "gatelodge.policy.layer": is("string", "The layer that does not count."),
  "gatelodge.policy.problem": is("string", "Why: broken, ignored or distrusted."),
  "gatelodge.tamper.kind": is("string", "What was changed: the hooks of an assistant, a switch that turns them off, or our programs."),
  "gatelodge.pin.setting": is("string", "Which setting of the editor or of an assistant, of those that our list lets a policy pin."),
  "gatelodge.pin.state": is("string", "Whether it became looser than the policy says (drifted), was set back (restored), or could not be (unwritable)."),
  "gatelodge.component": is("string", "The part of ours that fails."),
  "error.type": is("string", "How it fails."),
  "gatelodge.uptime": is("int", "Seconds since the window was opened; sent every five minutes while an editor runs."),
  "gatelodge.integrity.programs": is("string", "Digest of our programs on the disk, by which changed ones show."),
  "gatelodge.server.state": is("string", "Whether our language server runs."),
  "gatelodge.coverage.off": is("strings", "Which guards something here switches off."),
  "gatelodge.hooks.installed": is("strings", "The assistants, by their names in our catalogue, that have our hooks."),
  "gatelodge.hooks.off": is("strings", "Those whose hooks were changed or switched off."),
  "gatelodge.undecided.count": is("int", "How often since the window's start content could not be looked at."),
  "gatelodge.unrecorded.count": is("int", "How often the local ledger could not be written."),
  "gatelodge.unspooled.count": is("int", "How many events could not be kept for sending."),
  "gatelodge.queue.files": is("int", "How many files wait to be sent."),
  "gatelodge.queue.bytes": is("int", "Their size."),
  "gatelodge.queue.age": is("int", "For how many seconds the oldest waits."),
  "gatelodge.item.kind": is("string", "Of AI that was found on this machine: a runtime, model, editor, extension, agent or tool server."),
  "gatelodge.item.name": is("string", "Which one, by its name in our catalogue: of runtimes, assistants, families of models and published tool servers; any other is `other`."),
  "gatelodge.item.key": is("string", "Of one that is not in our catalogue: a keyed hash of its name, the same on all machines of the organisation."),
  "gatelodge.item.standing": is("string", "Whether the policy approves or denies it, or says nothing of it."),
  "gatelodge.item.entry": is("string", "The entry of the organisation's policy that says so."),
  "gatelodge.item.running": is("boolean", "Whether it ran when somebody looked."),
  "gatelodge.item.exposed": is("boolean", "Whether other machines reach it."),
  "gatelodge.item.remote": is("boolean", "Whether what it is asked runs on another machine."),
  "gatelodge.item.risks": is("int", "How many things speak against it."),
  "gatelodge.loss.reason": is("string", "Why events were lost: full, tooOld, damaged, refused or unwritable."),
  "gatelodge.loss.count": is("int", "How many events were lost."),
};

/** What is said once of a machine and of a program. */
export const reportedResource: Readonly<Record<string, string>> = {
  "service.name": "Which of our programs.",
  "service.version": "Its version.",
  "service.instance.id": "Random number of this run of it.",
  "os.type": "The kind of operating system.",
  "host.arch": "The kind of processor.",
  "gatelodge.editor.name": "The editor, by its name in our catalogue; any other is `other`.",
  "gatelodge.editor.version": "Its version.",
  "gatelodge.schema.version": "Version of this list.",
  "gatelodge.device.id": "Random number that the organisation's collector gave this machine.",
  "gatelodge.user.id": "Only where the policy's `identity` is `pseudonymous`: a keyed hash of the user's name. Reports of one person can be told to belong together by it.",
};

// Names of ours and the organisation's are shorter; what is longer is not one of them.
const longestText = 200;
const longestList = 20;

/** The value as its attribute's type, or `undefined` where it is none of that type. */
export function fitAttribute(name: string, value: unknown): string | number | boolean | readonly string[] | undefined {
  const attribute = Object.hasOwn(reportedAttributes, name) ? reportedAttributes[name] : undefined;
  if (attribute === undefined) return undefined;
  switch (attribute.type) {
    case "string": return isName(value) ? value : undefined;
    case "boolean": return typeof value === "boolean" ? value : undefined;
    case "int": return typeof value === "number" && Number.isSafeInteger(value) ? value : undefined;
    case "double": return typeof value === "number" && Number.isFinite(value) ? value : undefined;
    case "strings": return Array.isArray(value) ? value.filter((item) => isName(item)).slice(0, longestList) : undefined;
  }
}

const isName = (value: unknown): value is string => typeof value === "string" && value.length <= longestText && value.isWellFormed();
