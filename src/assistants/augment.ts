import type { Assistant } from "./assistant.ts";

/** https://docs.augmentcode.com */
export const augment: Assistant = {
  id: "augment",
  name: "Augment",
  kind: "cloud",
  extensions: ["augment.vscode-augment"],
  programs: ["auggie"],
  packages: ["@augmentcode/auggie"],
};
