import { isAbsolute, resolve } from "node:path";
import { parseArgs } from "node:util";

export interface CollectorArguments {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Folder of the databases and keys. */
  readonly data: string;
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
  /** How many made-up machines a new database gets. */
  readonly demo?: number;
}

const options = {
  data: { type: "string" }, host: { type: "string", default: "127.0.0.1" }, port: { type: "string", default: "4319" }, organisation: { type: "string" }, "retention-days": { type: "string", default: "90" },
  "behind-proxy": { type: "boolean", default: false }, "tls-cert": { type: "string" }, "tls-key": { type: "string" }, oidc: { type: "string" }, backup: { type: "string" }, demo: { type: "string" },
} as const;
const usage = "usage: collector --data FOLDER [--host ADDRESS] [--port N] [--organisation NAME] [--retention-days N] [--tls-cert FILE --tls-key FILE | --behind-proxy] [--oidc FILE] [--backup FOLDER] [--demo N]";
const loopback = /^(?:127\.\d+\.\d+\.\d+|::1|localhost)$/;

/** An error is a sentence. Without TLS, its own or a proxy's, nothing beyond this machine is listened to. */
export function parseCollectorArguments(words: readonly string[], folder: string): CollectorArguments | { readonly error: string } {
  const parsed = parseWords(words);
  if (parsed === undefined) return { error: usage };
  const { data, host, organisation, backup, oidc, "tls-cert": cert, "tls-key": key, "behind-proxy": behindProxy } = parsed;
  const [port, retentionDays] = [Number(parsed.port), Number(parsed["retention-days"])];
  if (data === undefined || data === "") return { error: "--data names the folder of the database" };
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return { error: "--port is a number from 0 to 65535" };
  if (!Number.isInteger(retentionDays) || retentionDays < 1) return { error: "--retention-days is a number from 1" };
  if ((cert === undefined) !== (key === undefined)) return { error: "--tls-cert and --tls-key come together" };
  if (!loopback.test(host) && cert === undefined && !behindProxy) return { error: `${host} is not this machine alone: give --tls-cert and --tls-key, or --behind-proxy where a proxy does TLS` };
  if (organisation !== undefined && !/^[\w.-]{1,80}$/.test(organisation)) return { error: "--organisation is a name of letters, digits and . _ -" };
  const demo = Number(parsed.demo ?? 0);
  if (!Number.isInteger(demo) || demo < 0 || demo > 20_000) return { error: "--demo is a number of machines, up to 20000" };
  const absolute = (path: string) => (isAbsolute(path) ? path : resolve(folder, path));
  return {
    host, port, retentionDays, behindProxy, ...(demo === 0 ? {} : { demo }), data: absolute(data), ...(organisation === undefined ? {} : { organisation }),
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
