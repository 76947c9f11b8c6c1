import { aider } from "./aider.ts";
import { amazonQ } from "./amazonQ.ts";
import { antigravity } from "./antigravity.ts";
import { augment } from "./augment.ts";
import { claudeCode } from "./claudeCode.ts";
import { cline } from "./cline.ts";
import { codex } from "./codex.ts";
import { cody } from "./cody.ts";
import { continueDev } from "./continueDev.ts";
import { copilot } from "./copilot.ts";
import { crush } from "./crush.ts";
import { cursor } from "./cursor.ts";
import { devin } from "./devin.ts";
import { droid } from "./droid.ts";
import { gemini } from "./gemini.ts";
import { gitlabDuo } from "./gitlabDuo.ts";
import { goose } from "./goose.ts";
import { grokCli } from "./grokCli.ts";
import { intellicode } from "./intellicode.ts";
import { junie } from "./junie.ts";
import { kiloCode } from "./kiloCode.ts";
import { kiro } from "./kiro.ts";
import { llamaVscode } from "./llamaVscode.ts";
import { opencode } from "./opencode.ts";
import { qoder } from "./qoder.ts";
import { qodo } from "./qodo.ts";
import { qwenCode } from "./qwenCode.ts";
import { rooCode } from "./rooCode.ts";
import { supermaven } from "./supermaven.ts";
import { tabby } from "./tabby.ts";
import { tabnine } from "./tabnine.ts";
import { twinny } from "./twinny.ts";
import { vscodeLocal } from "./vscodeLocal.ts";
import { windsurf } from "./windsurf.ts";
import type { Assistant } from "./assistant.ts";

/** Every assistant we know. To add one: its file, and a line here. */
export const knownAssistants: readonly Assistant[] = [
  aider,
  amazonQ,
  antigravity,
  augment,
  claudeCode,
  cline,
  codex,
  cody,
  continueDev,
  copilot,
  crush,
  cursor,
  devin,
  droid,
  gemini,
  gitlabDuo,
  goose,
  grokCli,
  intellicode,
  junie,
  kiloCode,
  kiro,
  llamaVscode,
  opencode,
  qoder,
  qodo,
  qwenCode,
  rooCode,
  supermaven,
  tabby,
  tabnine,
  twinny,
  vscodeLocal,
  windsurf,
];

export const knownAssistantIds: ReadonlySet<string> = new Set(knownAssistants.map(({ id }) => id));

/** The assistant an extension belongs to, by the extension's id in any case. */
export function findByExtension(extensionId: string): Assistant | undefined {
  const id = extensionId.toLowerCase();
  return knownAssistants.find(({ extensions }) => extensions?.some((extension) => extension.toLowerCase() === id));
}
