import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

interface ListedHook { readonly key: string; readonly currentHash: string }
interface Listed { readonly data?: readonly { readonly hooks?: readonly ListedHook[] }[] }

const limit = 30_000;

/** What a person does once: looks at the hooks and trusts them, through Codex's own server. Returns how many there were. */
export async function trustCodexHooks(program: string, workspace: string, env: Readonly<Record<string, string>>): Promise<number> {
  const child = spawn(program, ["app-server"], { cwd: workspace, env, stdio: ["pipe", "pipe", "ignore"] });
  const waiting = new Map<number, (result: unknown) => void>();
  const timer = setTimeout(() => child.kill(), limit);
  createInterface({ input: child.stdout }).on("line", (line) => {
    const { id, result } = JSON.parse(line) as { readonly id?: number; readonly result?: unknown };
    if (id !== undefined) waiting.get(id)?.(result);
  });
  const send = (message: object) => child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
  const call = <T>(id: number, method: string, params: object) => new Promise<T>((resolve, reject) => {
    waiting.set(id, (result) => resolve(result as T));
    child.once("exit", () => reject(new Error(`codex app-server ended during ${method}`)));
    send({ id, method, params });
  });
  try {
    await call(1, "initialize", { clientInfo: { name: "gatelodge-tests", version: "1" }, capabilities: { experimentalApi: true } });
    send({ method: "initialized" });
    const { data = [] } = await call<Listed>(2, "hooks/list", { cwds: [workspace] });
    const hooks = data.flatMap((entry) => entry.hooks ?? []);
    const edits = hooks.map(({ key, currentHash }) => ({ keyPath: `hooks.state.${JSON.stringify(key)}.trusted_hash`, value: currentHash, mergeStrategy: "upsert" }));
    await call(3, "config/batchWrite", { edits, reloadUserConfig: true });
    return hooks.length;
  } finally {
    clearTimeout(timer);
    child.kill();
  }
}
