/** What the test assistants saw, as they wrote it down. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** A document as an assistant saw it. */
interface SeenDocument {
  readonly uri: string;
  readonly language: string;
  readonly length: number;
  readonly text: string;
}

interface Seen {
  /** The extension host, which is: the window. */
  readonly pid: number;
  readonly time: number;
  readonly documents: readonly SeenDocument[];
}

/** The completer was asked to complete in a document. */
interface CompletionRecord extends Seen, SeenDocument {
  readonly kind: "completion";
  readonly trigger: "automatic" | "explicit";
}

interface Gathered extends Seen {
  readonly active?: SeenDocument;
  readonly selection: string;
  readonly clipboard: string;
}

/** The gatherer's command ran. */
interface CommandRecord extends Gathered {
  readonly kind: "command";
}

/** Somebody sent a prompt to @gather. */
interface ChatRecord extends Gathered {
  readonly kind: "chat";
  readonly prompt: string;
  readonly references: readonly { readonly id: string; readonly uri?: string; readonly text: string }[];
}

/** The editor sent messages to the gatherer's model. */
interface ModelRecord extends Omit<Seen, "documents"> {
  readonly kind: "model";
  readonly messages: readonly string[];
}

/** The completer was activated; the documents are those that were open by then. */
interface ActivatedRecord extends Seen {
  readonly kind: "activated";
}

/** The gatherer is ready to be asked. */
interface ReadyRecord extends Omit<Seen, "documents"> {
  readonly kind: "ready";
}

export type AssistantRecord = CompletionRecord | CommandRecord | ChatRecord | ModelRecord | ActivatedRecord | ReadyRecord;

/** All records of a launch, oldest first. */
export function readRecords(file: string): readonly AssistantRecord[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line) as AssistantRecord);
}

/** Forget all of them, so that a test sees only its own. */
export const clearRecords = (file: string): void => writeFileSync(file, "");

/** Whether `text` stands anywhere in the records: in a document, a prompt, a selection, a clipboard, a message. */
export const hasReached = (records: readonly AssistantRecord[], text: string): boolean =>
  JSON.stringify(records).includes(JSON.stringify(text).slice(1, -1));
