import { readFileSync } from "node:fs";
import type { GatewayAddress } from "../../assistants/modelServer/addressText.ts";
import { makeFoldersFor, replaceFile, standingOfNew } from "../replaceFile.ts";

export interface GatewayTerms extends GatewayAddress {
  /** Programs without a token are turned away. */
  readonly clientsOnly: boolean;
}

/** As docs/local-models.md says it, in front of Ollama where it usually is. */
export const usualTerms: GatewayTerms = { port: 11_500, upstreams: [11_434], clientsOnly: false };

/** Where the gateway was last started, so that it can be found and started again. */
export function readGatewayTerms(file: string): GatewayTerms | undefined {
  try {
    const { port, upstreams, clientsOnly } = JSON.parse(readFileSync(file, "utf8")) as Partial<GatewayTerms>;
    return isPort(port) && Array.isArray(upstreams) && upstreams.length > 0 && upstreams.every(isPort) ? { port, upstreams, clientsOnly: clientsOnly === true } : undefined;
  } catch {
    return undefined; // it never was
  }
}

export function writeGatewayTerms(file: string, terms: GatewayTerms): void {
  makeFoldersFor(file, 0o700);
  replaceFile(file, Buffer.from(JSON.stringify(terms)), standingOfNew(file));
}

const isPort = (value: unknown): value is number => Number.isInteger(value) && (value as number) > 0 && (value as number) <= 65_535;
