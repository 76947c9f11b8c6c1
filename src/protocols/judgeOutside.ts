import type { Decision, Destination, Finding, Request } from "../core/request.ts";

interface OutsideParts {
  /** The gate, which records. */
  readonly decide: (request: Request) => Decision;
  readonly detect: (text: string) => readonly Finding[];
}

/** Headers by which clients sign in at a server. That is what they are for, and not for a model to read. */
const forTheServer = new Set(["authorization", "proxy-authorization", "cookie", "x-api-key", "api-key", "x-goog-api-key"]);

/**
 * What stands in a request beside its content: its address and its headers. Nothing of them can be replaced, so that what must
 * not go on stops the request. Numbers by which requests are told apart are none, so that only what is likely counts.
 */
export function judgeOutside({ decide, detect }: OutsideParts, url: string, headers: Readonly<Record<string, string | readonly string[] | undefined>>, destination: Destination): Decision | undefined {
  const values = Object.entries(headers).flatMap(([name, value]) => (forTheServer.has(name) ? [] : [name, ...[value ?? []].flat()]));
  for (const text of [url.replaceAll("+", " "), ...values].flatMap((written) => spellings(written))) {
    const findings = detect(text).filter(({ tier }) => tier !== "possible");
    const decision = findings.length === 0 ? undefined : decide({ channel: "model", destination, text, findings, able: ["allow", "warn", "block"] });
    if (decision?.enforced === "block" || decision?.enforced === "none") return decision;
  }
  return undefined;
}

// A server may stand behind another, and each decodes what it is given.
const maxDecoded = 2;

/** A text as it stands, decoded, and decoded again. */
function spellings(text: string): readonly string[] {
  const all = Array.from({ length: maxDecoded }).reduce<readonly string[]>((found) => [...found, decoded(found.at(-1) ?? "")], [text]);
  return [...new Set(all)];
}

/** Piece by piece, so that one which is no text hides none of the others. */
const decoded = (text: string) => text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (piece) => decodedPiece(piece));

function decodedPiece(piece: string): string {
  try {
    return decodeURIComponent(piece);
  } catch {
    return piece.replaceAll(/%[0-7][0-9a-f]/gi, (byte) => decodeURIComponent(byte));
  }
}
