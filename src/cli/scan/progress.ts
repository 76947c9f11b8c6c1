import type { ScanSummary } from "../../node/scan/scanSummary.ts";
import type { CommandContext } from "../command.ts";

/** A line on the terminal's standard error that counts; nothing where standard error is no terminal. */
export function createProgress(stderr: CommandContext["stderr"], summary: ScanSummary): { readonly end: () => void } {
  if (stderr.isTTY !== true) return { end: () => undefined };
  const timer = setInterval(() => void stderr.write(`\r\u001b[K${summary.scanned} files scanned, ${summary.findings.length} findings`), 100);
  return {
    end: () => {
      clearInterval(timer);
      stderr.write("\r\u001b[K");
    },
  };
}
