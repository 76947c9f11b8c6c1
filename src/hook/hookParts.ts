import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { knownAssistantIds, knownAssistants } from "../assistants/known.ts";
import { detect } from "../core/detect/detect.ts";
import type { Facts } from "../core/evaluate.ts";
import type { Request } from "../core/request.ts";
import { asKey, isHookFile } from "../core/hookFiles.ts";
import { createForbids } from "../core/selfProtection.ts";
import { createBaselines } from "../node/baseline/baselines.ts";
import { createGate, type Gate } from "../node/gate.ts";
import { createGrants } from "../node/grants.ts";
import { createEventIds } from "../node/eventId.ts";
import { createLedger } from "../node/ledger.ts";
import { locationsFor } from "../node/locations.ts";
import { createPathIdentity, toRealPath, type IdentifyPath } from "../node/pathIdentity.ts";
import { createPolicyStore } from "../node/policyStore.ts";
import { createReporting } from "../node/reporting/createReporting.ts";
import { createUsageCounter } from "../node/usageCounter.ts";

/** What an answer is made with. */
export interface HookParts {
  readonly gate: Gate;
  readonly identify: IdentifyPath;
  /** What no policy permits: for those who ask about many places, few of which could matter. */
  readonly forbids: (request: Request) => Facts["forbidden"];
  readonly home: string;
  /** Milliseconds from an arbitrary start. */
  readonly elapsed: () => number;
}

export interface HookPlaces {
  readonly home: string;
  readonly machineFile: string;
  /** The folder this program stands in: agents may not write there. */
  readonly program: string;
  readonly platform: NodeJS.Platform;
}

// Whatever a message can hold (32 million bytes): nobody types meanwhile, and it takes a third of a second.
const longestText = 32_000_000;

const personFiles = [...new Set(knownAssistants.flatMap(({ installation }) => [...(installation?.user ?? []).map(({ path }) => path), ...(installation?.switches ?? []).flatMap((each) => (each.in.includes("home") ? [each.file] : []))]))];

/** Where a person's hook files really are, if they are links to somewhere else: many keep such files in a repository of their own. */
function linkedHookFiles(home: string): readonly string[] {
  return personFiles.map((file) => join(home, file)).filter((file) => existsSync(file)).map((file) => toRealPath(file) ?? file).filter((file) => !isHookFile(asKey(file)));
}

/** What stays between calls. */
export interface LastingParts {
  /** For one call. What was remembered of files is forgotten, so that each call goes by what the disk says now. */
  readonly forCall: () => HookParts;
  /** Writes down what was counted; at the end. */
  readonly finish: () => void;
}

/** Builds the parts from absolute places; nothing is looked up in the environment. */
export function createLastingParts({ home, machineFile, program, platform }: HookPlaces): LastingParts {
  const now = Date.now;
  const locations = locationsFor(platform, home, machineFile);
  const policies = createPolicyStore({ locations, platform, now });
  const newId = createEventIds(now);
  const { ledger } = createReporting({ program: "gatelodge-hook", dist: program, locations, policies, ledger: createLedger(locations.state), now });
  const usage = createUsageCounter(now, newId, (event) => ledger.record({ event, local: {} }));
  const identify = createPathIdentity(now);
  // Also where they really are: a home, or a folder of settings, may be a link.
  const spellings = (place: string) => [place, identify(place)?.absolute ?? place];
  const closed = [locations.state, dirname(locations.userPolicy), machineFile].flatMap(spellings);
  const ourPrograms = spellings(program);
  const elapsed = () => performance.now();
  const baselines = createBaselines();
  return {
    forCall: () => {
      policies.lookAgain();
      const forbids = createForbids({ closed, programs: [...ourPrograms, ...linkedHookFiles(home)] });
      const grants = createGrants(join(locations.state, "grants.json"), now);
      const gate = createGate({ policies, ledger, usage, grants, detect, baselines, now, elapsed, newId, knownAssistants: knownAssistantIds, forbids, longestText });
      return { gate, identify: createPathIdentity(now), forbids, home, elapsed };
    },
    finish: () => {
      usage.flush();
      ledger.dispose();
    },
  };
}
