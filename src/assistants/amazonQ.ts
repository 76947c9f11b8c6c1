import type { Assistant } from "./assistant.ts";

/** https://docs.aws.amazon.com/amazonq */
export const amazonQ: Assistant = {
  id: "amazon-q",
  name: "Amazon Q / Kiro",
  kind: "cloud",
  extensions: ["AmazonWebServices.amazon-q-vscode", "AmazonWebServices.aws-toolkit-vscode"],
  editors: ["Kiro"],
  programs: ["q", "kiro-cli"],
};
