/** What a command that opens a chat is asked to send at once. */
export interface Question {
  /** Empty: nothing is sent, though a draft may be filled in. */
  readonly text: string;
  /** Questions and answers that would stand before it, as if they had been given. */
  readonly before: readonly string[];
  /** Whatever holds the addresses of files that come with it. */
  readonly attached: readonly unknown[];
  /** A picture of the window comes with it. */
  readonly pictured: boolean;
  /** The same arguments with another text, which waits for the person to send it. */
  readonly draftOf: (text: string) => unknown;
}

/** Inline chat has names of its own for the same things. */
export const isInline = (id: string) => id === "inlineChat.start";

/** Reads the arguments of `chat.open` and its like, of `newChat`, and of `inlineChat.start` (VS Code 1.139). Pure. */
export function toQuestion(argument: unknown): Question {
  if (typeof argument === "string") return { text: argument, before: [], attached: [], pictured: false, draftOf: (query) => ({ query, isPartialQuery: true }) };
  const options: Readonly<Record<string, unknown>> = typeof argument === "object" && argument !== null ? { ...argument } : {};
  const { query, inputValue, isPartialQuery, message, autoSend, previousRequests, attachFiles, attachHistoryItemChanges, attachHistoryItemChangeRanges, attachments, attachScreenshot } = options;
  const asked = typeof query === "string" && isPartialQuery !== true ? query : "";
  const begun = typeof inputValue === "string" && isPartialQuery !== true ? inputValue : "";
  const inline = typeof message === "string" && autoSend === true ? message : "";
  return {
    text: [asked, begun, inline].filter((text) => text !== "").join("\n"),
    before: textsIn(previousRequests),
    attached: [attachFiles, attachHistoryItemChanges, attachHistoryItemChangeRanges, attachments].filter((value) => value !== undefined),
    pictured: attachScreenshot === true,
    draftOf: (text) => ({ ...options, ...(asked === "" ? {} : { query: text, isPartialQuery: true }), ...(begun === "" ? {} : { inputValue: text, isPartialQuery: true }), ...(inline === "" ? {} : { message: text, autoSend: false }) }),
  };
}

/** Every text in it, however it is nested: an answer may be a string or parts of one. */
function textsIn(value: unknown, depth = 5): readonly string[] {
  if (typeof value === "string") return value === "" ? [] : [value];
  if (depth === 0 || typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap((part: unknown) => textsIn(part, depth - 1));
}
