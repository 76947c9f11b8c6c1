/** Which database keeps the events. */
export type StoreArguments =
  | { readonly kind: "sqlite" }
  | { readonly kind: "clickhouse"; readonly url: string; readonly user: string; readonly database: string; readonly passwordFile?: string };

export const storeOptions = {
  store: { type: "string", default: "sqlite" }, intake: { type: "boolean", default: false },
  "clickhouse-url": { type: "string" }, "clickhouse-user": { type: "string", default: "default" }, "clickhouse-password-file": { type: "string" }, "clickhouse-database": { type: "string", default: "default" },
  "clickhouse-without-tls": { type: "boolean", default: false },
} as const;

export const storeUsage = "[--store clickhouse --clickhouse-url URL [--clickhouse-user NAME] [--clickhouse-password-file FILE] [--clickhouse-database NAME] [--clickhouse-without-tls] [--intake]]";

type StoreWords = { readonly [name in keyof typeof storeOptions]?: string | boolean };
const loopback = /^(?:127\.\d+\.\d+\.\d+|\[::1\]|localhost)$/;

/** An error is a sentence. The password travels with each question, so beyond this machine only with TLS, unless somebody says otherwise. */
export function readStoreArguments(words: StoreWords, absolute: (path: string) => string): StoreArguments | { readonly error: string } {
  const text = (name: keyof StoreWords) => String(words[name] ?? "");
  if (text("store") !== "clickhouse") {
    if (text("store") !== "sqlite") return { error: "--store is sqlite or clickhouse" };
    return words.intake === true ? { error: "--intake needs --store clickhouse: several collectors share it" } : { kind: "sqlite" };
  }
  const url = URL.canParse(text("clickhouse-url")) ? new URL(text("clickhouse-url")) : undefined;
  if (url === undefined || !["http:", "https:"].includes(url.protocol)) return { error: "--clickhouse-url is an address such as https://clickhouse.example.com:8443" };
  if (url.username !== "" || url.password !== "" || url.search !== "") return { error: "--clickhouse-url holds neither a password nor settings" };
  if (url.protocol === "http:" && !loopback.test(url.hostname) && words["clickhouse-without-tls"] !== true) return { error: `${url.hostname} is not this machine: use https, or --clickhouse-without-tls in a network of your own` };
  if (!/^\w{1,64}$/.test(text("clickhouse-database"))) return { error: "--clickhouse-database is a name of letters, digits and _" };
  const file = words["clickhouse-password-file"];
  return { kind: "clickhouse", url: url.origin, user: text("clickhouse-user"), database: text("clickhouse-database"), ...(typeof file === "string" ? { passwordFile: absolute(file) } : {}) };
}
