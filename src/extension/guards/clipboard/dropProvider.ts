import * as vscode from "vscode";
import { redact } from "../../../core/redact.ts";
import type { Parts } from "../../parts.ts";
import type { CopiedTexts } from "./copiedTexts.ts";
import type { Notices } from "../notices.ts";
import { onceOffers } from "./onceOffers.ts";
import { judgeTransfer } from "./pasteProvider.ts";

const kind = vscode.DocumentDropOrPasteEditKind.Empty.append("gatelodge", "judged");

/**
 * Text dropped into an editor from elsewhere is judged like a paste. Dragging inside one editor never comes here (the
 * editor moves it itself), and a drop onto the chat is an attachment, which no extension sees.
 */
export function registerDropProvider(parts: Parts, copied: CopiedTexts, notices: Notices): vscode.Disposable {
  const provider: vscode.DocumentDropEditProvider = {
    provideDocumentDropEdits: async (document, position, data) => {
      // A dropped file brings its address as text: that is a path, not its content.
      if (data.get("text/uri-list") !== undefined) return undefined;
      const judged = await judgeTransfer(parts, copied, document, new vscode.Range(position, position), data);
      if (judged === undefined || (judged.decision.enforced !== "block" && judged.decision.enforced !== "redact")) return undefined;
      const { text, decision } = judged;
      const blocked = decision.enforced === "block";
      notices.stopped(blocked ? "Not dropped into this file" : "Dropped without the sensitive parts", decision, onceOffers(parts, judged, "Drop this once into this file, as it is?"));
      return new vscode.DocumentDropEdit(blocked ? "" : redact(text, decision.findings).text, "Drop without secrets (Gatelodge)", kind);
    },
  };
  return vscode.languages.registerDocumentDropEditProvider({ pattern: "**/*" }, provider, { providedDropEditKinds: [kind], dropMimeTypes: ["text/plain"] });
}
