import * as vscode from "vscode";
import type manifest from "../../package.json";

type Properties = (typeof manifest)["contributes"]["configuration"]["properties"];
type Key = keyof Properties extends `gatelodge.${infer K}` ? K : never;

/** A Gatelodge setting, typed from the manifest. Settings hold presentation, and where models answer: nothing here can weaken a guard. */
export function readSetting<K extends Key>(key: K): Properties[`gatelodge.${K}`]["default"] {
  const value = vscode.workspace.getConfiguration("gatelodge").get<Properties[`gatelodge.${K}`]["default"]>(key);
  if (value === undefined) throw new Error(`gatelodge.${key} has no default in package.json`);
  return value;
}
