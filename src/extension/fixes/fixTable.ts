import { fixCommands } from "../../core/wire.ts";
import type { FalsePositives } from "../../node/falsePositives.ts";
import type { LanguageServer } from "../languageClient.ts";
import type { Parts } from "../parts.ts";
import { afterReplace } from "./afterReplace.ts";
import { markFalsePositive } from "./markFalsePositive.ts";
import { moveSecret } from "./moveSecret.ts";
import { quietRule } from "./quietRule.ts";

/** The client's part of the server's quick fixes. The first three are commands of their own as well, for the finding at the cursor. */
export function fixTable({ parts, server, falsePositives, home }: { readonly parts: Parts; readonly server: LanguageServer; readonly falsePositives: FalsePositives; readonly home: string }) {
  return {
    [fixCommands.moveSecret]: (target?: unknown) => moveSecret(parts, server, home, target),
    [fixCommands.markFalsePositive]: (target?: unknown) => markFalsePositive(parts, server, falsePositives, target),
    [fixCommands.quietRule]: (target?: unknown) => quietRule(parts, server, target),
    [fixCommands.afterReplace]: afterReplace,
  };
}
