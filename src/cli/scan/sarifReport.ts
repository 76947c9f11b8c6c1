import manifest from "../../../package.json" with { type: "json" };
import type { FindingKind, Tier } from "../../core/request.ts";
import type { FoundIn, ScanSummary } from "../../node/scan/scanSummary.ts";

const nouns: Readonly<Record<FindingKind, string>> = { secret: "a credential", personal: "personal data", marker: "a mark of confidentiality", hidden: "text that people cannot see", steering: "phrases that turn assistants against people" };
const levels: Readonly<Record<Tier, string>> = { certain: "error", likely: "warning", possible: "note" };

/** SARIF 2.1.0, as code hosts and editors read it. Files that were not scanned are notifications, and make the run an unsuccessful one. */
export function toSarif({ findings, unscanned }: ScanSummary): object {
  const rules = [...new Map(findings.map(({ detector, kind }) => [detector, kind]))];
  const indexOf = new Map(rules.map(([id], index) => [id, index]));
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{
      tool: { driver: { name: "Gatelodge", version: manifest.version, rules: rules.map(([id, kind]) => ({ id, shortDescription: { text: `Looks for ${nouns[kind]}.` } })) } },
      columnKind: "utf16CodeUnits",
      invocations: [{ executionSuccessful: unscanned.length === 0, toolExecutionNotifications: unscanned.map(({ path, why }) => ({ level: "warning", message: { text: `Not scanned: ${why}.` }, locations: [{ physicalLocation: { artifactLocation: { uri: toUri(path) } } }] })) }],
      results: findings.map((finding) => toResult(finding, indexOf.get(finding.detector) ?? 0)),
    }],
  };
}

function toResult({ path, detector, kind, tier, line, character, endLine, endCharacter }: FoundIn, ruleIndex: number): object {
  return {
    ruleId: detector,
    ruleIndex,
    level: levels[tier],
    message: { text: `${tier === "possible" ? "This may be" : "This is"} ${nouns[kind]} (${detector}).` },
    locations: [{ physicalLocation: { artifactLocation: { uri: toUri(path) }, region: { startLine: line + 1, startColumn: character + 1, endLine: endLine + 1, endColumn: endCharacter + 1 } } }],
    properties: { kind, tier },
  };
}

/** A relative reference as RFC 3986 writes it. */
const toUri = (path: string) => path.replaceAll("\\", "/").split("/").map((part) => encodeURIComponent(part.toWellFormed())).join("/");
