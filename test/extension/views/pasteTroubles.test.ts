import assert from "node:assert/strict";
import { test } from "node:test";
import { pasteTroubles, type InspectedSetting } from "../../../src/extension/views/pasteTroubles.ts";

const troubles = (key: string, setting: InspectedSetting) => pasteTroubles((asked) => (asked === key ? setting : { defaultValue: asked.endsWith("preferences") ? [] : true }));

test("nothing is wrong with the editor's defaults", () => assert.deepEqual(pasteTroubles((key) => ({ defaultValue: key.endsWith("preferences") ? [] : true })), []));
test("a switch that is off is told, from whatever layer", () => assert.match(troubles("editor.pasteAs.enabled", { defaultValue: true, workspaceValue: false }).join(), /pasteAs\.enabled is off: pasted text is not judged/));
test("a repository that prefers another paste is told", () => assert.match(troubles("editor.pasteAs.preferences", { defaultValue: [], workspaceValue: ["text.plain"] }).join(), /this repository sets editor\.pasteAs\.preferences/));
test("so is the user's own preference, and one for drops", () => assert.match(troubles("editor.dropIntoEditor.preferences", { defaultValue: [], globalValue: ["text"] }).join(), /your settings have .*another drop/));
test("our own default is no trouble, nor is a setting that still puts it first", () => assert.deepEqual([troubles("editor.pasteAs.preferences", { defaultValue: ["gatelodge"] }), troubles("editor.pasteAs.preferences", { defaultValue: ["gatelodge"], globalValue: ["gatelodge", "text.plain"] })], [[], []]));
