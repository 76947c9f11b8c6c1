/** Documents that are no plain file of a single folder, in a real editor: each is tried without Gatelodge and with it. */
import { join } from "node:path";
import { after, before, describe } from "node:test";
import { buildVsix } from "../../scripts/toolchain/vsix.mjs";
import type { Running } from "../editor/anyDocument.ts";
import { launchEditor } from "../editor/launchEditor.ts";
import { openWindow } from "../editor/openWindow.ts";
import { commitMessageWith, commitMessageWithout } from "./placeCommitMessage.ts";
import { placeCoverages } from "./placeCoverages.ts";
import { farFilesWith, farFilesWithout, serveFarFiles } from "./placeFarFiles.ts";
import { fillFolders, foldersWith, foldersWithout } from "./placeFolders.ts";
import { fillNotebooks, fillSecretNotebook, notebooksWith, notebooksWithout } from "./placeNotebooks.ts";
import { changeSecretFile, newDocumentWith, versionsWith, versionsWithout } from "./placeVersions.ts";
import { screenshotOnFailure } from "../editor/screenshotOnFailure.ts";
import { waitFor } from "../editor/waitFor.ts";

const coverages = placeCoverages();
after(() => Object.values(coverages).forEach((coverage) => coverage.write()));
const policy = 'version: 1\nclassification:\n  - { id: studies, label: restricted, paths: ["studies/**", "src/pricing/**"] }\n';

async function start(running: Running, extensions: readonly string[]): Promise<void> {
  const editor = await launchEditor({ extensions, policy, prepare: ({ workspace }) => {
    fillFolders(workspace);
    fillNotebooks(workspace);
    changeSecretFile(workspace);
  } });
  running.editor = editor;
  fillSecretNotebook(editor.workspace, editor.canary("github-token"));
  running.window = await openWindow(editor, { workspaceFile: join(editor.workspace, "../both.code-workspace") });
  await serveFarFiles(running);
}

describe("an editor without Gatelodge", () => {
  const running: Running = {};
  before(() => start(running, []));
  after(() => running.editor?.close());
  screenshotOnFailure(() => running.window);
  foldersWithout(running, coverages);
  notebooksWithout(running, coverages);
  commitMessageWithout(running, coverages);
  versionsWithout(running, coverages);
  farFilesWithout(running, coverages);
});

describe("with Gatelodge", () => {
  const running: Running = {};
  before(async () => {
    await start(running, [await buildVsix()]);
    await waitFor("the guard", () => running.window!.drive((vscode) => vscode.extensions.getExtension("gatelodge.gatelodge")?.isActive), 30_000);
  });
  after(() => running.editor?.close());
  screenshotOnFailure(() => running.window);
  // First what is allowed: for two minutes after a restricted file was closed nobody is asked anywhere.
  newDocumentWith(running, coverages);
  commitMessageWith(running, coverages);
  notebooksWith(running, coverages);
  foldersWith(running, coverages);
  versionsWith(running, coverages);
  farFilesWith(running, coverages);
});
