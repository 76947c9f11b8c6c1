import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Assistant } from "../../assistants/assistant.ts";
import { knownAssistants } from "../../assistants/known.ts";
import { hasGatewayUrl, toGatewayUrl, type GatewayAddress } from "../../assistants/modelServer/addressText.ts";
import { gatewayEditor } from "../../assistants/modelServer/gatewayEditor.ts";
import type { ModelSettings } from "../../assistants/modelServer/modelSettings.ts";
import type { TextEditor } from "../../assistants/textEdit.ts";
import { createChangeJournal, type Change, type ChangeJournal } from "../changeJournal.ts";
import type { GatewayKey } from "./gatewayKey.ts";

/** A file in which an assistant can be pointed at the gateway. */
export interface PointedFile {
  readonly assistant: string;
  readonly file: string;
  readonly editor: TextEditor;
}

export interface PointingPlaces {
  readonly home: string;
  /** A journal of our own: hooks, which may stand in the same file, have theirs, and neither takes the other back. */
  readonly journalFolder: string;
  readonly key: GatewayKey;
  readonly address: GatewayAddress;
}

export interface Pointing {
  /** Files of the assistants that exist; of those that were named also where an address is to be added. */
  readonly files: (named: readonly string[]) => readonly PointedFile[];
  /** What a person can set beyond these files. */
  readonly byHand: (assistant: string) => string | undefined;
  readonly preview: (file: PointedFile) => ReturnType<ChangeJournal["preview"]>;
  readonly point: (file: PointedFile) => Change;
  readonly unpoint: (file: PointedFile) => Change;
  /** Those with an address of ours in them, now. */
  readonly pointed: () => readonly PointedFile[];
}

/** Assistants that can be pointed at a model server. */
export const pointable: readonly (Assistant & { readonly modelSettings: ModelSettings })[] = knownAssistants.flatMap((assistant) => (assistant.modelSettings === undefined ? [] : [{ ...assistant, modelSettings: assistant.modelSettings }]));

/** Points assistants of this user at the gateway, and back. */
export function createPointing({ home, journalFolder, key, address }: PointingPlaces): Pointing {
  const journal = createChangeJournal(journalFolder);
  const clientOf = (assistant: string) => ({ assistant, token: key.tokenOf(assistant) });
  const places = pointable.flatMap(({ id, modelSettings }) => modelSettings.files.map((path) => ({ id, modelSettings, file: join(home, path) })));
  const toFile = ({ id, modelSettings, file }: (typeof places)[number], adds: boolean): PointedFile => ({ assistant: id, file, editor: gatewayEditor(modelSettings, { address, client: clientOf(id), adds }) });
  const isAddedTo = (id: string, { added, files }: ModelSettings, file: string) => {
    const first = files.map((path) => join(home, path)).find((each) => existsSync(each)) ?? (added?.makesFile === true ? join(home, files[0]!) : undefined);
    // Where an address stands in one of its files already, that one counts.
    return added !== undefined && file === first && !places.some((other) => other.id === id && journal.entries().some((entry) => entry.file === other.file && other.file !== file));
  };
  return {
    files: (named) => places.flatMap((place) => {
      const adds = named.includes(place.id) && isAddedTo(place.id, place.modelSettings, place.file);
      return adds || existsSync(place.file) ? [toFile(place, adds)] : [];
    }),
    byHand: (assistant) => pointable.find(({ id }) => id === assistant)?.modelSettings.byHand?.(toGatewayUrl(address, clientOf(assistant))),
    preview: ({ file, editor }) => journal.preview(file, editor),
    point: ({ file, assistant, editor }) => journal.put(file, assistant, editor),
    unpoint: ({ file, editor }) => journal.restore(file, editor),
    pointed: () => places.filter(({ file }) => isPointed(file)).map((place) => toFile(place, false)),
  };
}

function isPointed(file: string): boolean {
  try {
    return hasGatewayUrl(readFileSync(file, "utf8"));
  } catch {
    return false; // it is not there
  }
}
