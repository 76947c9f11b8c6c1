import * as vscode from "vscode";
import { fixCommands } from "../../core/wire.ts";
import type { FalsePositives } from "../../node/falsePositives.ts";
import type { LanguageServer } from "../languageClient.ts";
import type { Parts } from "../parts.ts";
import { afterReplace } from "./afterReplace.ts";
import { markFalsePositive } from "./markFalsePositive.ts";
import { moveSecret } from "./moveSecret.ts";
import { quietRule } from "./quietRule.ts";

/** The client's part of the server's quick fixes. The first three are commands of their own as well, for the finding at the cursor. */
export function registerFixes({ parts, server, falsePositives, home }: { readonly parts: Parts; readonly server: LanguageServer; readonly falsePositives: FalsePositives; readonly home: string }): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(fixCommands.moveSecret, (target?: unknown) => moveSecret(parts, server, home, target)),
    vscode.commands.registerCommand(fixCommands.markFalsePositive, (target?: unknown) => markFalsePositive(parts, server, falsePositives, target)),
    vscode.commands.registerCommand(fixCommands.quietRule, (target?: unknown) => quietRule(parts, server, target)),
    vscode.commands.registerCommand(fixCommands.afterReplace, afterReplace),
  );
}
