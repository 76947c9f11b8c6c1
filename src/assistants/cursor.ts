import type { Assistant } from "./assistant.ts";

/** Cursor Tab is built into the editor and is no extension provider: no lever here, its own hooks are. */
export const cursor: Assistant = {
  id: "cursor",
  name: "Cursor",
  kind: "cloud",
  extensions: ["anysphere.cursorpyright"],
  editors: ["Cursor"],
  programs: ["cursor-agent"],
};
