import * as vscode from "vscode";
import type { PinInForce } from "../../core/policy/policy.ts";
import { keepsPin } from "../../core/policy/pins.ts";
import type { PinStanding } from "./pinStanding.ts";

/** How the editor's own pinned settings stand, whoever sets them; those that this editor does not have are left out. */
export function lookAtEditor(pins: readonly PinInForce[]): readonly PinStanding[] {
  const configuration = vscode.workspace.getConfiguration();
  return pins.filter(({ assistant }) => assistant === undefined).flatMap((pin): readonly PinStanding[] => {
    const inspected = configuration.inspect(pin.setting);
    if (inspected?.defaultValue === undefined) return [];
    if (keepsPin(pin, configuration.get(pin.setting))) return [{ pin, state: "kept" }];
    const byWorkspace = inspected.workspaceValue !== undefined || inspected.workspaceFolderValue !== undefined;
    return [{ pin, state: byWorkspace ? "held" : "drifted" }];
  });
}
