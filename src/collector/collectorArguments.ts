import { isAbsolute, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readStoreArguments, storeOptions, storeUsage, type StoreArguments } from "./storeArguments.ts";

export interface CollectorArguments {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Folder of the databases and keys; an intake has none. */
  readonly data: string;
  readonly store: StoreArguments;
  /** Takes events and nothing else, beside a collector that has the pages and the policies. */
  readonly intake: boolean;
  /** Whose policies these are; remembered from the first start. */
  readonly organisation?: string;
  readonly retentionDays: number;
  readonly behindProxy: boolean;
  /** PEM files. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** JSON file of who else signs people in. */
  readonly oidc?: string;
  /** A folder: copies everything into it and ends. */
  readonly backup?: string;
  /** Of whoever signs policies elsewhere; empty: this collector has keys of its own. */
  readonly rootKeys: readonly string[];
  /** How many made-up machines a new database gets. */
  readonly demo?: number;
}

const options = {
  data: { type: "string" }, host: { type: "string", default: "127.0.0.1" }, port: { type: "string", default: "4319" }, organisation: { type: "string" }, "retention-days": { type: "string", default: "90" },
  "behind-proxy": { type: "boolean", default: false }, "tls-cert": { type: "string" }, "tls-key": { type: "string" }, oidc: { type: "string" }, backup: { type: "string" }, demo: { type: "string" }, "root-key": { type: "string", multiple: true }, ...storeOptions,
} as const;
const usage = `usage: collector --data FOLDER [--host ADDRESS] [--port N] [--organisation NAME] [--retention-days N] [--tls-cert FILE --tls-key FILE | --behind-proxy] [--oidc FILE] [--backup FOLDER] [--root-key PUBLICKEY…] [--demo N] ${storeUsage}`;
const loopback = /^(?:127\.\d+\.\d+\.\d+|::1|localhost)$/;

/** An error is a sentence. Without TLS, its own or a proxy's, nothing beyond this machine is listened to. */
export function parseCollectorArguments(words: readonly string[], folder: string): CollectorArguments | { readonly error: string } {
  const absolute = (path: string) => (isAbsolute(path) ? path : resolve(folder, path));
  const parsed = parseWords(words);
  if (parsed === undefined) return { error: usage };
  const { data, host, organisation, backup, oidc, "tls-cert": cert, "tls-key": key, "behind-proxy": behindProxy, "root-key": rootKeys = [] } = parsed;
  const [port, retentionDays] = [Number(parsed.port), Number(parsed["retention-days"])];
  if ((data === undefined || data === "") && !parsed.intake) return { error: "--data names the folder of the database" };
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return { error: "--port is a number from 0 to 65535" };
  if (!Number.isInteger(retentionDays) || retentionDays < 1) return { error: "--retention-days is a number from 1" };
  if ((cert === undefined) !== (key === undefined)) return { error: "--tls-cert and --tls-key come together" };
  if (!loopback.test(host) && cert === undefined && !behindProxy) return { error: `${host} is not this machine alone: give --tls-cert and --tls-key, or --behind-proxy where a proxy does TLS` };
  if (organisation !== undefined && !/^[\w.-]{1,80}$/.test(organisation)) return { error: "--organisation is a name of letters, digits and . _ -" };
  if (!rootKeys.every((key) => /^[\w-]{43}$/.test(key))) return { error: "--root-key is a public key as gatelodge policy keygen prints it" };
  const demo = Number(parsed.demo ?? 0);
  if (!Number.isInteger(demo) || demo < 0 || demo > 20_000) return { error: "--demo is a number of machines, up to 20000" };
  const store = readStoreArguments(parsed, absolute);
  if ("error" in store) return store;
  return {
    host, port, retentionDays, behindProxy, rootKeys, ...(demo === 0 ? {} : { demo }), data: data === undefined ? "" : absolute(data), store, intake: parsed.intake, ...(organisation === undefined ? {} : { organisation }),
    ...(cert === undefined || key === undefined ? {} : { tls: { cert: absolute(cert), key: absolute(key) } }), ...(oidc === undefined ? {} : { oidc: absolute(oidc) }), ...(backup === undefined ? {} : { backup: absolute(backup) }),
  };
}

function parseWords(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], strict: true, options }).values;
  } catch {
    return undefined;
  }
}
