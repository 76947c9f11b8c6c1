/** A model server on this machine, by its port. */
export interface GatewayAddress {
  /** Where the gateway listens. */
  readonly port: number;
  /** Ports of the model servers behind it, the usual one first. */
  readonly upstreams: readonly number[];
}

/** What tells a client of the gateway from other programs of this machine: which assistant it is, and its token. */
export interface GatewayClient {
  readonly assistant: string;
  readonly token: string;
}

const hosts = String.raw`(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])`;
const ours = String.raw`http:\/\/127\.0\.0\.1:\d+\/gatelodge\/[a-z0-9-]+\/[0-9a-f]{32}`;

/** Where a client is to send its requests. What stood there before is part of it, so that it can be put back from the address alone. */
export function toGatewayUrl({ port }: GatewayAddress, { assistant, token }: GatewayClient, before = ""): string {
  return `http://127.0.0.1:${port}/gatelodge/${assistant}/${token}${before === "" ? "" : `/${before}`}`;
}

/** The address that one of ours stands for; `undefined`: nothing stood there. */
export function addressBefore(url: string): string | undefined {
  return new RegExp(`^${ours}/(${hosts}:\\d+)(.*)$`).exec(url)?.slice(1).join("");
}

export const isGatewayUrl = (url: string): boolean => new RegExp(`^${ours}(?:/|$)`).test(url);

/** A text in which settings of these names that lead to a model server lead to the gateway; their paths stay. JSON, YAML, TOML and `NAME=value` write them alike. */
export function withGatewayUrls(text: string, names: readonly string[], { address, client }: { readonly address: GatewayAddress; readonly client: GatewayClient }): string {
  const setting = new RegExp(`${settingOf(names)}http://(${hosts}:(\\d+))(?=[/"'\\s,}]|$)`, "gm");
  return text.replace(setting, (all: string, before: string, host: string, port: string) => (address.upstreams.includes(Number(port)) ? `${before}${toGatewayUrl(address, client, host)}` : all));
}

/** The same text with what stood there before, wherever somebody may have copied it to in this file. */
export function withoutGatewayUrls(text: string): string {
  return text.replace(new RegExp(`${ours}/(${hosts}:\\d+)`, "g"), "http://$1");
}

/** Whether an address of ours stands in a text. */
export const hasGatewayUrl = (text: string): boolean => new RegExp(ours).test(text);

const settingOf = (names: readonly string[]) => `((?:^|[\\s{,"'])(?:export\\s+)?(?:${names.map((name) => name.replaceAll(".", "\\.")).join("|")})["']?\\s*[:=]\\s*["']?)`;
