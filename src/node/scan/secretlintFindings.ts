import { lintSource } from "@secretlint/core";
import { creator } from "@secretlint/secretlint-rule-preset-recommend";
import type { Finding } from "../../core/request.ts";

// Some of its rules are slow on large texts; the engine of core/detect has looked at all of it before.
const maxLength = 1_000_000;

/**
 * What secretlint finds, as findings of tier `likely`. A second opinion: when it fails there is just none.
 * Values are masked in its messages, of which only rule and range are used. Its rules skip some file names, hence the made-up one.
 */
export async function findWithSecretlint(text: string, off: ReadonlySet<string>): Promise<readonly Finding[]> {
  if (text.length > maxLength) return [];
  try {
    const { messages } = await lintSource({
      source: { filePath: "/document.txt", content: text, contentType: "text", ext: ".txt" },
      options: { maskSecrets: true, noPhysicFilePath: true, config: { rules: [{ id: "recommend", rule: creator }] } },
    });
    return messages.map(({ messageId, range }): Finding => ({ detector: toDetectorId(messageId), kind: "secret", tier: "likely", start: range[0], end: range[1] }))
      .filter(({ detector, start, end }) => start < end && !off.has(detector));
  } catch {
    return []; // a rule met text it cannot handle; the engine's findings stand
  }
}

/** `GITHUB_TOKEN` → `secretlint-github-token`. */
const toDetectorId = (messageId: string) => `secretlint-${messageId.toLowerCase().replaceAll("_", "-")}`;

/** The engine's findings and those of the second source that touch none of them, by place. */
export function mergeFindings(first: readonly Finding[], second: readonly Finding[]): readonly Finding[] {
  const added = second.filter(({ start, end }) => !first.some((known) => known.start < end && start < known.end));
  return added.length === 0 ? first : [...first, ...added].sort((a, b) => a.start - b.start);
}
