import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { createClassify, type Classify } from "../core/classify.ts";
import { createDetectMore, type DetectMore } from "../core/detect/detectMore.ts";
import { createGlobIndex } from "../core/globIndex.ts";
import { builtinPolicy } from "../core/policy/builtinPolicy.ts";
import { mergePolicies, type Ignored, type Layer } from "../core/policy/mergePolicies.ts";
import type { LayerSource, Policy } from "../core/policy/policy.ts";
import type { PolicyDocument } from "../core/policy/policyDocument.ts";
import type { PathIdentity } from "../core/request.ts";
import type { Locations } from "./locations.ts";
import { machineFileTrust } from "./machineFile.ts";
import { createLayerReader, policyFileName, policyFolders, type ReadLayer } from "./policyLayers.ts";
import { holds, organisationLayers, organisationTrouble } from "./trust/organisationLayers.ts";
import { createOrganisationReader, type OrganisationState } from "./trust/organisationReader.ts";
import { trustPlaces } from "./trust/trustFiles.ts";

/** Something about the policy a person should know: a broken file, a wish to loosen, an untrusted machine file. */
export interface PolicyProblem {
  readonly source: LayerSource;
  readonly file: string;
  readonly line?: number;
  readonly message: string;
  readonly kind: "broken" | "ignored" | "distrusted";
}

/** A policy with its compiled parts. */
export interface PolicyInForce {
  readonly policy: Policy;
  readonly classify: Classify;
  readonly detectMore: DetectMore;
  readonly pathMatches: (globs: readonly string[], path: PathIdentity) => boolean;
  readonly problems: readonly PolicyProblem[];
  /** Absent: this machine belongs to none. */
  readonly organisation?: OrganisationState;
}

export interface PolicyStore {
  /** The policy for a file, or for a folder when the question is about no file. Looks at the files' state on disk, at most every 100 ms. */
  readonly current: (place?: PathIdentity | { readonly folder: string; readonly repository?: string }) => PolicyInForce;
  /** The next question looks at the files, however short ago the last one did. */
  readonly lookAgain: () => void;
}

/** A document that is tried in the place of a layer as it is on the disk. */
export interface Tried {
  readonly source: "organisation" | "machine" | "user";
  readonly document: PolicyDocument;
}

interface Parts {
  readonly locations: Locations;
  readonly platform: NodeJS.Platform;
  readonly now: () => number;
  readonly tried?: Tried;
}

const freshMilliseconds = 100;
const maxCached = 500;

/** All processes of a user agree because each looks at the same files; nothing is sent between them. */
export function createPolicyStore({ locations, platform, now, tried }: Parts): PolicyStore {
  const readLayer = createLayerReader(join(locations.state, "last-good"));
  const places = trustPlaces(locations);
  const readOrganisation = createOrganisationReader(places, now);
  const byFolder = new Map<string, { readonly inForce: PolicyInForce; readonly at: number }>();
  const byStamp = new Map<string, PolicyInForce>();
  return {
    current: (place) => {
      const folder = place === undefined ? undefined : "absolute" in place ? dirname(place.absolute) : place.folder;
      const key = folder ?? "";
      const known = byFolder.get(key);
      const at = now();
      if (known !== undefined && at - known.at < freshMilliseconds && at >= known.at) return known.inForce;
      const files = layerFiles(locations, folder, place?.repository);
      const read = files.map((file) => ({ ...file, layer: tried?.source === file.source ? { stamp: "tried", document: tried.document, errors: [] } : readLayer(file.path) }));
      const trust = tried?.source === "machine" ? "trusted" : machineFileTrust(locations.machineFile, platform);
      const organisation = tried?.source === "organisation" ? toState(tried, trust === "trusted") : readOrganisation(typeof trust === "object" ? undefined : read[0]?.layer.document?.organisation, trust);
      const stamp = JSON.stringify([trust, organisation?.stamp, ...read.map(({ path, layer }) => [path, layer.stamp])]);
      const inForce = byStamp.get(stamp) ?? compile(read, trust, organisation === undefined ? undefined : { ...organisation, file: places.policy });
      remember(byStamp, stamp, inForce);
      remember(byFolder, key, { inForce, at });
      return inForce;
    },
    lookAgain: () => byFolder.clear(),
  };
}

/** What holds when not even the files can be asked. */
export function builtinInForce(): PolicyInForce {
  return compile([], "absent", undefined);
}

const toState = ({ document }: Tried, byMachineFile: boolean): OrganisationState =>
  ({ trusted: { organisation: document.name ?? "", roots: [], pinnedByRoot: false, byMachineFile }, condition: "fresh", document, stamp: "tried" });

interface LayerFile { readonly source: LayerSource; readonly path: string; readonly root?: string }

function layerFiles(locations: Locations, folder: string | undefined, repository: string | undefined): readonly LayerFile[] {
  const repositories = folder === undefined ? [] : policyFolders(folder, repository).map((root) => ({ source: "repository" as const, root, path: join(root, policyFileName) }));
  return [{ source: "machine", path: locations.machineFile }, { source: "user", path: locations.userPolicy }, ...repositories];
}

function compile(read: readonly (LayerFile & { readonly layer: ReadLayer })[], trust: ReturnType<typeof machineFileTrust>, organisation: (OrganisationState & { readonly file: string }) | undefined): PolicyInForce {
  const distrusted = typeof trust === "object" ? trust.distrusted : undefined;
  const counted = read.filter(({ source }) => source !== "machine" || distrusted === undefined);
  const layers = counted.flatMap(({ source, root, layer }): readonly Layer[] => (layer.document === undefined ? [] : [{ source, document: layer.document, unverified: source === "machine" && trust === "unverified", ...(root === undefined ? {} : { root }) }]));
  const all: readonly Layer[] = [{ source: "builtin", document: builtinPolicy }, ...organisationLayers(organisation), ...layers];
  const { policy: merged, ignored } = mergePolicies(all);
  // No longer than the policy that brings them.
  const granted = organisation !== undefined && holds(organisation) ? organisation.granted ?? [] : [];
  const policy: Policy = { ...merged, exceptions: [...merged.exceptions, ...granted], hash: createHash("sha256").update(JSON.stringify(granted.length === 0 ? all : [all, granted])).digest("hex").slice(0, 16) };
  const machine = read.find(({ source }) => source === "machine");
  const problems: readonly PolicyProblem[] = [
    ...(distrusted === undefined || machine === undefined ? [] : [{ source: "machine" as const, file: machine.path, kind: "distrusted" as const, message: `does not count: ${distrusted}` }]),
    ...counted.flatMap(({ source, path, layer }) => layer.errors.map(({ line, message }) => ({ source, file: path, line, kind: "broken" as const, message: `${message}${layer.document === undefined ? "" : " (the last good version stays in force)"}` }))),
    ...(organisation === undefined ? [] : toProblem(organisation)),
    // A policy that holds no longer was not written to be one that only adds.
    ...ignored.filter(({ layer }) => layer !== "organisation" || organisation?.condition === "fresh").map((entry) => ({ source: entry.layer, file: fileOf(read, entry), kind: "ignored" as const, message: `${entry.path.join(".")}: ${entry.message}` })),
  ];
  return { policy, classify: createClassify(policy), detectMore: createDetectMore(policy), pathMatches: createPathMatches(), problems, ...(organisation === undefined ? {} : { organisation }) };
}

function toProblem(organisation: OrganisationState & { readonly file: string }): readonly PolicyProblem[] {
  const message = organisationTrouble(organisation);
  return message === undefined ? [] : [{ source: "organisation", file: organisation.file, kind: "broken", message }];
}

const fileOf = (read: readonly LayerFile[], { layer, root }: Ignored) => read.find(({ source, root: folder }) => source === layer && folder === root)?.path ?? layer;

/** Glob lists of exceptions, compiled on first use; for loosening, so case counts and every spelling must match. */
function createPathMatches(): PolicyInForce["pathMatches"] {
  const compiled = new Map<readonly string[], ReturnType<typeof createGlobIndex>>();
  return (globs, path) => {
    const index = compiled.get(globs) ?? createGlobIndex(globs.map((glob) => ({ glob, root: undefined, value: 0 })));
    compiled.set(globs, index);
    return [path.absolute, ...path.aliases].every((spelling) => index.match(spelling, path.repository, "exact").length > 0);
  };
}

function remember<V>(map: Map<string, V>, key: string, value: V): void {
  if (map.size >= maxCached && !map.has(key)) map.clear();
  map.set(key, value);
}
