import * as vscode from "vscode";
import { sharesOf } from "../../../core/carriedLabel.ts";
import { redact } from "../../../core/redact.ts";
import type { Parts } from "../../parts.ts";
import type { Judged } from "../judged.ts";
import type { CopiedTexts } from "./copiedTexts.ts";
import { copyOnce, judgeCopy } from "./judgeCopy.ts";
import { isPrompt } from "../prompts.ts";
import { judgePaste } from "./judgePaste.ts";
import { onceOffers } from "./onceOffers.ts";
import type { Notices } from "../notices.ts";

/** Our own entry in the clipboard's data: an opaque id, meaningless outside this window. */
const sourceMime = "application/vnd.gatelodge.source+json";
const kind = vscode.DocumentDropOrPasteEditKind.Empty.append("gatelodge", "judged");

/** Sees every copy out of an editor (after the fact) and every paste into one (before it). */
export function registerPasteProvider(parts: Parts, copied: CopiedTexts, notices: Notices): vscode.Disposable {
  const provider: vscode.DocumentPasteEditProvider = {
    prepareDocumentPaste: (document, ranges, data) => noteCopy(parts, copied, notices, document, ranges, data),
    provideDocumentPasteEdits: async (document, ranges, data) => {
      const judged = await judgeTransfer(parts, copied, document, ranges[0], data);
      return judged === undefined ? undefined : toEdits(parts, notices, document, ranges, judged);
    },
  };
  return vscode.languages.registerDocumentPasteEditProvider({ pattern: "**/*" }, provider, { providedPasteEditKinds: [kind], copyMimeTypes: [sourceMime], pasteMimeTypes: ["text/plain", sourceMime] });
}

interface Transfer extends Judged { readonly text: string }

/** The text of a paste or a drop and what the policy says of it. `undefined`: no text, or nothing to judge. */
export async function judgeTransfer(parts: Parts, copied: CopiedTexts, document: vscode.TextDocument, at: vscode.Range | undefined, data: vscode.DataTransfer): Promise<Transfer | undefined> {
  const text = await data.get("text/plain")?.asString();
  if (text === undefined || text === "") return undefined;
  const source = copied.find(await data.get(sourceMime)?.asString(), text);
  const judged = judgePaste(parts, { document, at, text, source });
  return judged === undefined ? undefined : { ...judged, text };
}

/**
 * Records a copy that happened and lets its label travel. A copy that the policy refuses and that came by a way past the
 * copy door cannot be called back any more: the clipboard is overwritten at once (measured in docs/coverage.md).
 */
async function noteCopy(parts: Parts, copied: CopiedTexts, notices: Notices, document: vscode.TextDocument, ranges: readonly vscode.Range[], data: vscode.DataTransfer): Promise<void> {
  const judged = judgeCopy(parts, "decide", document, ranges);
  const { text, decision, source } = judged;
  const id = copied.remember(text, source);
  data.set(sourceMime, new vscode.DataTransferItem(id));
  if (decision.enforced === "warn" || decision.enforced === "none") return notices.passed(`Copied from a file that is ${source.label}; pasting is judged by that`, decision);
  if (decision.enforced === "allow") return;
  const clean = decision.enforced === "redact" ? redact(text, decision.findings).text : "";
  const start = performance.now();
  await vscode.env.clipboard.writeText(clean);
  parts.output.info(`clipboard: a refused copy was overwritten ${Math.round(performance.now() - start)} ms after it was noticed`);
  notices.stopped(clean === "" ? "The copy was taken back" : "The copy was replaced by one without the sensitive parts", decision, onceOffers(parts, judged, copyOnce));
}

function toEdits(parts: Parts, notices: Notices, document: vscode.TextDocument, ranges: readonly vscode.Range[], judged: Transfer): vscode.DocumentPasteEdit[] | undefined {
  const { text, decision } = judged;
  const target = isPrompt(document) ? "into the prompt" : "into this file";
  const offers = () => onceOffers(parts, judged, `Paste this once ${target}, as it is?`);
  if (decision.enforced === "block") {
    notices.stopped(`Not pasted ${target}`, decision, offers());
    // An empty text changes nothing, not even what is selected: the editor skips it.
    return [new vscode.DocumentPasteEdit("", "Paste nothing (Gatelodge)", kind)];
  }
  if (decision.enforced === "redact") {
    notices.stopped(`Pasted ${target} without the sensitive parts`, decision, offers());
    return [toRedactedEdit(document, ranges, redact(text, decision.findings).text)];
  }
  if (decision.enforced !== "allow") notices.passed(`Pasted ${target}: look at it before an assistant does`, decision);
  return undefined;
}

/** Several cursors get a line each, as in a paste without us; that takes an edit of the whole document. */
function toRedactedEdit(document: vscode.TextDocument, ranges: readonly vscode.Range[], text: string): vscode.DocumentPasteEdit {
  const title = "Paste without secrets (Gatelodge)";
  if (ranges.length < 2) return new vscode.DocumentPasteEdit(text, title, kind);
  const shares = sharesOf(text, ranges.length);
  const edit = new vscode.DocumentPasteEdit("", title, kind);
  edit.additionalEdit = new vscode.WorkspaceEdit();
  edit.additionalEdit.set(document.uri, ranges.map((range, index) => vscode.TextEdit.replace(range, shares[index] ?? text)));
  return edit;
}
