import { toLines, type AiNode } from "./aiTree.ts";

/** What is known of one line of the view or, without one, of all of them. */
export function toAiPage(nodes: readonly AiNode[]): string {
  if (nodes.length === 0) return "# AI on this machine\n\nNothing was found.\n";
  return ["# AI on this machine", "", ...nodes.flatMap((node) => toSection(node, "##")), "Names of models, licences and versions are their makers' words. What the policy says of them stands under `ai` in it.", ""].join("\n");
}

function toSection(node: AiNode, level: string): readonly string[] {
  const [title = "", ...lines] = toLines(node);
  return [`${level} ${inert(title)}`, "", ...(node.what === undefined ? [] : [...lines.map((line) => `- ${inert(line)}`), ""]), ...node.children.flatMap((child) => toSection(child, `${level}#`))];
}

/** A maker's word must not become a link, a picture or markup. */
const inert = (text: string) => text.replace(/[\\`*_{}[\]<>()#!|]/g, "\\$&");
