import type { Channel } from "../core/request.ts";

/** A client's own shapes for one question of each kind, so that its hook can be asked as the client itself would. */
export interface PlantedShapes {
  readonly prompt?: readonly [event: string, payload: (text: string, folder: string) => object];
  readonly before: readonly [event: string, payload: (tool: string, input: object, folder: string) => object];
  readonly after: readonly [event: string, payload: (tool: string, input: object, output: string, folder: string) => object];
  readonly fileRead?: readonly [tool: string, input: (path: string) => object];
  readonly fileWrite?: readonly [tool: string, input: (path: string) => object];
  readonly shell: readonly [tool: string, input: (command: string) => object];
}

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
export function plantedQuestions({ prompt, before, after, fileRead, fileWrite, shell }: PlantedShapes, { folder, restricted, secret, hookFile }: PlantedThings): readonly PlantedQuestion[] {
  const asked = (channel: Channel, tool: string, input: object): PlantedQuestion => ({ channel, event: before[0], payload: before[1](tool, input, folder) });
  return [
    ...(prompt === undefined ? [] : [{ channel: "prompt", event: prompt[0], payload: prompt[1](`use ${secret} for this`, folder) } as const]),
    ...(fileRead === undefined ? [] : [asked("fileRead", fileRead[0], fileRead[1](restricted))]),
    asked("shell", shell[0], shell[1](`cat '${restricted}'`)),
    ...(fileWrite === undefined ? [] : [asked("fileWrite", fileWrite[0], fileWrite[1](hookFile))]),
    asked("mcp", "mcp__notes__send", { path: restricted }),
    { channel: "toolResult", event: after[0], payload: after[1](shell[0], shell[1]("./show"), `key = ${secret}\n`, folder) },
    { ...asked("shell", shell[0], shell[1]("true")), harmless: true },
  ];
}
