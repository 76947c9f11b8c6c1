import type { Channel } from "../core/request.ts";

/** Channels that can be asked about, in the order in which coverage names them. */
export const plantedChannels = ["prompt", "fileRead", "shell", "fileWrite", "mcp", "toolResult", "completion"] as const satisfies readonly Channel[];
type PlantedChannel = (typeof plantedChannels)[number];

/** A question about a prompt, a command, a result, or a path to a file, as the client itself would ask its hook. */
export type PlantedShape = readonly [event: string, payload: (text: string, folder: string) => object];

/** A client's own shapes; a channel that is absent cannot be asked about. */
export type PlantedShapes = Readonly<Partial<Record<PlantedChannel, PlantedShape>>> & { readonly shell: PlantedShape };

/** A question with a known answer: a refusal or a mask, or where `harmless`, none. */
export interface PlantedQuestion {
  readonly channel: Channel;
  readonly event: string;
  readonly payload: object;
  readonly harmless?: true;
}

interface PlantedThings {
  readonly folder: string;
  /** In the folder, restricted by its name. */
  readonly restricted: string;
  /** Has the form of a credential, and is none. */
  readonly secret: string;
  /** A file that configures the assistant's hooks. */
  readonly hookFile: string;
}

/** What is asked of an installed hook. Nothing of it is a case of its own: the ordinary rules and detectors answer. */
export function plantedQuestions(shapes: PlantedShapes, { folder, restricted, secret, hookFile }: PlantedThings): readonly PlantedQuestion[] {
  const texts: Readonly<Record<PlantedChannel, string>> = {
    prompt: `use ${secret} for this`, fileRead: restricted, shell: `cat '${restricted}'`, fileWrite: hookFile, mcp: restricted, toolResult: `key = ${secret}\n`, completion: restricted,
  };
  const toQuestion = (channel: PlantedChannel, text: string): readonly PlantedQuestion[] => {
    const [event, payload] = shapes[channel] ?? [];
    return event === undefined || payload === undefined ? [] : [{ channel, event, payload: payload(text, folder) }];
  };
  return [...plantedChannels.flatMap((channel) => toQuestion(channel, texts[channel])), ...toQuestion("shell", "true").map((question) => ({ ...question, harmless: true as const }))];
}
