import { Agent } from "node:http";
import { leaks } from "./leaksIn.ts";
import { mixedRequests, type MixedRequest } from "./mixedRequests.ts";
import { randomFrom } from "./randomFrom.ts";
import { sendInPieces } from "./sendInPieces.ts";
import type { RunningGateway } from "./startGateway.ts";

export interface LeakCount {
  readonly sent: number;
  /** Forms of those that arrived. */
  readonly leaked: readonly string[];
  /** Nothing was hidden in them, and they did not arrive as they were sent. */
  readonly changed: number;
  /** How often each form was sent. */
  readonly byForm: ReadonlyMap<string, number>;
  readonly refused: number;
}

const atOnce = 8;

/** Sends mixed requests through a gateway, several at a time, and looks at each as it arrives. */
export async function countLeaks(gateway: RunningGateway, count: number, seed: number): Promise<LeakCount> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const { below } = randomFrom(seed + 1);
  gateway.arrived.splice(0); // of whoever was here before
  const requests = mixedRequests(count, seed);
  const bySecret = new Map<string, MixedRequest>();
  const found = { leaked: [] as string[], changed: 0, refused: 0 };
  const byForm = new Map<string, number>();
  const state = { at: 0 };
  const work = async () => {
    for (let next = requests.next(); next.done !== true; next = requests.next()) {
      const id = String((state.at += 1));
      bySecret.set(id, next.value);
      byForm.set(next.value.form, (byForm.get(next.value.form) ?? 0) + 1);
      const status = await sendInPieces({ url: `${gateway.url}${next.value.path}?id=${id}`, agent, body: next.value.body, below });
      if (status === 403) found.refused += 1;
      else if (status !== 200) throw new Error(`status ${status} for ${next.value.form}`);
      // Looked at and forgotten, so that a long run holds no more than what is under way.
      for (const { path, body } of gateway.arrived.splice(0)) judge(bySecret.get(path.split("=")[1]!)!, body);
      bySecret.delete(id);
    }
  };
  const judge = ({ form, secret, body: sent }: MixedRequest, body: string) => {
    if (form === "nothing") found.changed += body === sent ? 0 : 1;
    else if (leaks(body, secret)) found.leaked.push(form);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  agent.destroy();
  return { sent: count, byForm, ...found };
}
