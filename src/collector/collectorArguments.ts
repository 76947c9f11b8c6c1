import { isAbsolute, resolve } from "node:path";
import { parseArgs } from "node:util";

export interface CollectorArguments {
  /** 0: any that is free. */
  readonly port: number;
  /** Folder of the database. */
  readonly data: string;
  /** How many made-up machines a new database gets. */
  readonly demo?: number;
}

const options = { data: { type: "string" }, port: { type: "string", default: "4319" }, demo: { type: "string" } } as const;

/** Reads `--data FOLDER [--port N] [--demo N]`; an error is a sentence. */
export function parseCollectorArguments(words: readonly string[], folder: string): CollectorArguments | { readonly error: string } {
  try {
    const { values } = parseArgs({ args: [...words], strict: true, options });
    const port = Number(values.port);
    if (values.data === undefined || values.data === "") return { error: "--data names the folder of the database" };
    if (!Number.isInteger(port) || port < 0 || port > 65_535) return { error: "--port is a number from 0 to 65535" };
    const demo = Number(values.demo ?? 0);
    if (!Number.isInteger(demo) || demo < 0 || demo > 20_000) return { error: "--demo is a number of machines, up to 20000" };
    return { port, ...(demo === 0 ? {} : { demo }), data: isAbsolute(values.data) ? values.data : resolve(folder, values.data) };
  } catch {
    return { error: "usage: collector --data FOLDER [--port N] [--demo N]" };
  }
}
