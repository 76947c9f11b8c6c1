import { dirname, join } from "node:path";
import { builtinPolicy } from "../../core/policy/builtinPolicy.ts";
import { mergePolicies, type Ignored, type Layer } from "../../core/policy/mergePolicies.ts";
import type { LayerSource, Policy } from "../../core/policy/policy.ts";
import type { PolicyDocument } from "../../core/policy/policyDocument.ts";
import { machineFileTrust } from "../../node/machineFile.ts";
import { createLayerReader, policyFileName, policyFolders } from "../../node/policyLayers.ts";
import { organisationLayers } from "../../node/trust/organisationLayers.ts";
import { createOrganisationReader } from "../../node/trust/organisationReader.ts";
import { trustPlaces } from "../../node/trust/trustFiles.ts";
import type { PolicyFilesParts } from "./policyFiles.ts";

/** The policy that a policy file is a layer of. */
export interface LayersAround {
  /** As it is on disk, without the file itself. */
  readonly policy: Omit<Policy, "hash">;
  /** What would not be followed if the file said this. */
  readonly ignoredIn: (document: PolicyDocument) => readonly Ignored[];
}

/** Reads the layers above a policy file, so that its text can be judged before it is saved. */
export function createLayersAround({ locations, platform, identify }: PolicyFilesParts): (uri: string, source: LayerSource) => LayersAround {
  const read = createLayerReader(join(locations.state, "last-good"));
  const readOrganisation = createOrganisationReader(trustPlaces(locations), Date.now);
  const layerOf = (source: LayerSource, document: PolicyDocument, root?: string): Layer =>
    ({ source, document, unverified: source === "machine" && machineFileTrust(locations.machineFile, platform) === "unverified", ...(root === undefined ? {} : { root }) });
  const toLayer = (source: LayerSource, file: string, root?: string): readonly Layer[] => {
    const { document } = read(file);
    return document === undefined ? [] : [layerOf(source, document, root)];
  };
  return (uri, source) => {
    const path = identify(uri);
    const folder = path === undefined ? undefined : dirname(path.absolute);
    const trust = machineFileTrust(locations.machineFile, platform);
    const machine = source === "machine" || typeof trust === "object" ? [] : toLayer("machine", locations.machineFile);
    const organisation = source === "machine" ? [] : organisationLayers(readOrganisation(machine[0]?.document.organisation, trust));
    const user = source === "repository" ? toLayer("user", locations.userPolicy) : [];
    const outer = source !== "repository" || folder === undefined ? [] : policyFolders(folder, path?.repository).filter((root) => root !== folder);
    const above: readonly Layer[] = [{ source: "builtin", document: builtinPolicy }, ...organisation, ...machine, ...user, ...outer.flatMap((root) => toLayer("repository", join(root, policyFileName), root))];
    const root = source === "repository" ? folder : undefined;
    return {
      policy: mergePolicies(above).policy,
      ignoredIn: (document) => mergePolicies([...above, layerOf(source, document, root)]).ignored.filter((entry) => entry.layer === source && entry.root === root),
    };
  };
}
