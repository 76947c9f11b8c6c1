import { readFileSync } from "node:fs";
import type { GatewayAddress } from "../../assistants/modelServer/addressText.ts";
import { makeFoldersFor, replaceFile, standingOfNew } from "../replaceFile.ts";

/** As docs/local-models.md says it, in front of Ollama where it usually is. */
export const usualTerms: GatewayAddress = { port: 11_500, upstreams: [11_434] };

/** Where the gateway was last started, so that it can be found and started again. */
export function readGatewayTerms(file: string): GatewayAddress | undefined {
  try {
    const { port, upstreams } = JSON.parse(readFileSync(file, "utf8")) as Partial<GatewayAddress>;
    return isPort(port) && Array.isArray(upstreams) && upstreams.length > 0 && upstreams.every(isPort) ? { port, upstreams } : undefined;
  } catch {
    return undefined; // it never was
  }
}

export function writeGatewayTerms(file: string, terms: GatewayAddress): void {
  makeFoldersFor(file, 0o700);
  replaceFile(file, Buffer.from(JSON.stringify(terms)), standingOfNew(file));
}

const isPort = (value: unknown): value is number => Number.isInteger(value) && (value as number) > 0 && (value as number) <= 65_535;
