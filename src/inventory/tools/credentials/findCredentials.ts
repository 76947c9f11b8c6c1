import { join } from "node:path";
import { expandPlaces } from "../expandPlaces.ts";
import { shownName, shownPlace } from "../shownPlace.ts";
import type { ToolFound, ToolPlaces } from "../toolFound.ts";
import { isOpenKey, isSecretVariable, knownCredentials, type KnownCredential } from "./knownCredentials.ts";

const sockets = ["var/run/docker.sock", "run/podman/podman.sock"];

/** What every program that this person starts could use to be them: names and places. Files are read to see whether there is anything in them, and nothing of them is kept. */
export async function findCredentials(places: ToolPlaces): Promise<readonly ToolFound[]> {
  const files = await Promise.all(knownCredentials.map(async (known) => {
    const paths = await expandPlaces(places.disk, places.home, known.path);
    return (await Promise.all(paths.map((path) => ofFile(places, known, path)))).flat();
  }));
  return [...files.flat(), ...ofEnvironment(places), ...await ofSockets(places), ...await ofWorkspaces(places)];
}

async function ofFile(places: ToolPlaces, { name, path: pattern, holds }: KnownCredential, path: string): Promise<readonly ToolFound[]> {
  const read = await places.disk.read(path, places.home);
  if (read.kind !== "text" || read.text === "" || (holds !== undefined && !holds.test(read.text))) return [];
  const open = places.platform !== "win32" && ((await places.disk.modeOf(path)) ?? 0) % 0o100 !== 0;
  return [{
    kind: "credential", name, place: shownPlace(places, path), evidence: [],
    risks: [...(open ? ["other users of this machine may read it"] : []), ...(pattern.startsWith(".ssh/") && isOpenKey(read.text) ? ["it has no passphrase"] : [])],
  }];
}

function ofEnvironment({ environmentNames }: ToolPlaces): readonly ToolFound[] {
  const variables = environmentNames.filter(isSecretVariable).map((name): ToolFound => ({ kind: "credential", name: shownName(name), place: "environment", evidence: ["every program that is started from here gets it"], risks: [] }));
  return environmentNames.includes("SSH_AUTH_SOCK") ? [...variables, { kind: "credential", name: "SSH agent", place: "environment", evidence: ["signs with the keys it holds for whoever asks"], risks: [] }] : variables;
}

async function ofSockets(places: ToolPlaces): Promise<readonly ToolFound[]> {
  const found = await Promise.all(sockets.map(async (path): Promise<readonly ToolFound[]> => {
    const socket = join(places.root, path);
    return (await places.disk.canWrite(socket)) ? [{ kind: "credential", name: "containers", place: shownPlace(places, socket), evidence: [], risks: ["whoever may start containers is root of this machine"] }] : [];
  }));
  return found.flat();
}

/** Files of variables at the top of a workspace; those that are examples hold none. */
async function ofWorkspaces(places: ToolPlaces): Promise<readonly ToolFound[]> {
  const found = await Promise.all(places.workspaces.map(async (root) => (await places.disk.list(root, root)).filter(({ name, kind }) => kind === "file" && /^\.env(?:\.|$)/.test(name) && !/\.(?:example|sample|template|dist|defaults?)$/.test(name))
    .map(({ name }): ToolFound => ({ kind: "credential", name, place: shownPlace(places, join(root, name)), evidence: ["a file of variables"], risks: [] }))));
  return found.flat();
}
