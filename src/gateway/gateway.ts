import { createHash, randomInt } from "node:crypto";
import { homedir } from "node:os";
import { join } from "node:path";
import { knownAssistantIds } from "../assistants/known.ts";
import { detect } from "../core/detect/detect.ts";
import { createGate } from "../node/gate.ts";
import { keyMadeAnew, openGatewayKey } from "../node/pointing/gatewayKey.ts";
import { gatewayPlaces } from "../node/pointing/gatewayPlaces.ts";
import { createGrants } from "../node/grants.ts";
import { createEventIds } from "../node/eventId.ts";
import { createLedger } from "../node/ledger.ts";
import { locationsFor } from "../node/locations.ts";
import { machineFilePath } from "../node/machineFile.ts";
import { createPolicyStore } from "../node/policyStore.ts";
import { createDestinationReader } from "../inventory/destinationReader.ts";
import { createReporting } from "../node/reporting/createReporting.ts";
import { createUsageCounter } from "../node/usageCounter.ts";
import { destinationOf } from "../protocols/destinationOf.ts";
import { createModelJudge } from "../protocols/modelJudge.ts";
import { parseGatewayArguments, type GatewayArguments } from "./gatewayArguments.ts";
import { answerInPlace } from "./answerInPlace.ts";
import { createControl } from "./control.ts";
import { keepGateway } from "./keepGateway.ts";
import { createGateway } from "./serveGateway.ts";

/** As much as a message can hold: nobody types meanwhile. */
const longestText = 32_000_000;

function start({ upstreams, port, home, clientsOnly }: GatewayArguments): void {
  const now = Date.now;
  const { platform } = process;
  const locations = locationsFor(platform, home, machineFilePath(platform));
  const policies = createPolicyStore({ locations, platform, now });
  const newId = createEventIds(now);
  const { ledger } = createReporting({ program: "gatelodge-gateway", dist: import.meta.dirname, locations, policies, ledger: createLedger(locations.state), now });
  const usage = createUsageCounter(now, newId, (event) => ledger.record({ event, local: {} }));
  const grants = createGrants(join(locations.state, "grants.json"), now);
  const gate = createGate({ policies, ledger, usage, grants, detect, now, elapsed: () => performance.now(), newId, knownAssistants: knownAssistantIds, longestText });
  const policy = () => policies.current(undefined).policy;
  const { judge, outside, answers, conversation } = createModelJudge({ ...gate, policy, policies: () => [policy()], random: randomInt, digest: (text) => createHash("sha256").update(text).digest("base64") });
  const key = openGatewayKey(gatewayPlaces(locations.state).key);
  if (key.isAnew) process.stderr.write(`gatelodge gateway: ${keyMadeAnew}\n`);
  const readers = new Map(upstreams.map((upstream) => [upstream.port, createDestinationReader({ platform, home, policies: () => [policy().ai], now }, upstream)]));
  const stop = () => {
    usage.flush();
    ledger.dispose();
    process.exit(0);
  };
  const clients = { isTokenOf: key.isTokenOf, only: clientsOnly, control: createControl({ proof: key.tokenOf("answer"), state: "running", stop }) };
  const server = createGateway({
    upstreams, clients, judge, outside, answers, conversation,
    destinationOf: async (body, client, { port: asked }) => readers.get(asked)?.(body, client) ?? destinationOf(body, client),
    unseen: (why) => void gate.decide({ channel: "model", destination: { assistant: "local-model", kind: "local" }, undecided: why, able: ["block"] }),
  });
  server.on("error", (error: NodeJS.ErrnoException) => fail(error.code === "EADDRINUSE" ? `port ${port} is taken` : `cannot listen (${error.code ?? error.name})`));
  server.listen(port, "127.0.0.1", () => {
    const address = server.address();
    process.stdout.write(`Gatelodge gateway: http://127.0.0.1:${typeof address === "object" ? address?.port : port} → port ${upstreams.map((each) => each.port).join(", ")}\n`);
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
}

function keep({ port, home }: GatewayArguments): void {
  const { platform, argv: [, program = "", ...words] } = process;
  const key = openGatewayKey(gatewayPlaces(locationsFor(platform, home, machineFilePath(platform)).state).key);
  keepGateway({ program, port, words: words.filter((word) => word !== "--keep"), inPlace: answerInPlace(key) });
}

function fail(message: string): never {
  process.stderr.write(`gatelodge gateway: ${message}\n`);
  process.exit(2);
}

const parsed = parseGatewayArguments(process.argv.slice(2), homedir());
if ("error" in parsed) fail(parsed.error);
else if (parsed.keep) keep(parsed);
else start(parsed);
