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
  const values = Object.entries(headers).flatMap(([name, value]) => (forTheServer.has(name) ? [] : value ?? []));
  for (const text of [decoded(url), ...values]) {
    const findings = detect(text).filter(({ tier }) => tier !== "possible");
    const decision = findings.length === 0 ? undefined : decide({ channel: "model", destination, text, findings, able: ["allow", "warn", "block"] });
    if (decision?.enforced === "block" || decision?.enforced === "none") return decision;
  }
  return undefined;
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url.replaceAll("+", " "));
  } catch {
    return url;
  }
}
