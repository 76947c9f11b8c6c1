import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ensureAgentClient } from "../../scripts/toolchain/agentClients.mjs";
import { openCollector } from "../collector/openCollector.ts";
import { runClient } from "./runClient.ts";
import type { RunPlace, TestClient } from "./testClient.ts";

/** Where a client is told to report on itself, prompts included. */
export interface Endpoint {
  readonly url: string;
  readonly token: string;
}

export interface ReportingClient {
  readonly client: TestClient;
  /** Variables of the test's own that switch its telemetry off. */
  readonly without?: readonly string[];
  readonly environment?: (endpoint: Endpoint) => Readonly<Record<string, string>>;
  /** A file of its settings in the home, from what stands in it. */
  readonly settings?: { readonly path: string; readonly change: (text: string, endpoint: Endpoint) => string };
}

const canary = "merger with northwind";

/** The client itself, told to send its own telemetry to our collector with the key of a machine: it is counted, and nothing that was said is kept. */
export async function proveTelemetry({ client, without = [], environment, settings }: ReportingClient): Promise<void> {
  const installed = await ensureAgentClient(client.id);
  if ("missing" in installed) return void test(`${client.id}: its own telemetry`, { skip: installed.missing }, () => {});
  test(`${client.id}: its own telemetry is counted by prompts, requests and tools, and what was said is not kept`, async (context) => {
    const { app, device, store, folder } = await openCollector(context);
    const endpoint = { url: await app.listen({ host: "127.0.0.1", port: 0 }), token: (await device())?.deviceToken ?? "" };
    const reporting: TestClient = {
      ...client,
      configure: async (place, hook, options) => {
        await client.configure(place, hook, options);
        if (settings !== undefined) change(join(place.home, settings.path), (text) => settings.change(text, endpoint));
      },
      environment: (place) => ({ ...Object.fromEntries(Object.entries(client.environment(place)).filter(([name]) => !without.includes(name))), ...environment?.(endpoint) }),
    };
    const intent = client.toStep({ do: "read", path: "notes.txt" }, { workspace: "" } as RunPlace) === undefined ? { do: "shell", command: "cat notes.txt" } as const : { do: "read", path: "notes.txt" } as const;
    const { output } = await runClient(reporting, installed.program, { prompt: `look at notes.txt about the ${canary}`, intents: [intent], files: { "notes.txt": `plans of the ${canary}\n` } });
    const counted = new Map<string, number>();
    for (const { attributes } of store.each(0, 4e12)) {
      const activity = String(attributes["gatelodge.telemetry.activity"]);
      assert.equal(attributes["gatelodge.assistant.id"], client.id);
      counted.set(activity, (counted.get(activity) ?? 0) + Number(attributes["gatelodge.telemetry.count"]));
    }
    assert.equal(counted.get("prompt"), 1, output.slice(-500));
    assert.ok((counted.get("request") ?? 0) >= 1 && (counted.get("tool") ?? 0) >= 1, JSON.stringify([...counted]));
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())) assert.ok(!readFileSync(join(entry.parentPath, entry.name), "latin1").includes(canary), entry.name);
  });
}

function change(file: string, by: (text: string) => string): void {
  writeFileSync(file, by(readIfThere(file)));
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
