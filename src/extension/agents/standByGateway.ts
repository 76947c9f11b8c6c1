import * as vscode from "vscode";
import { standByPointed, type StandByParts } from "../../node/pointing/standByPointed.ts";

const putBack = "Put Their Settings Back";

/** Starts the gateway with the editor where assistants are pointed at it; where it cannot be started one click leads them around it. */
export async function standByGateway(parts: StandByParts, output: Pick<vscode.LogOutputChannel, "info" | "warn">): Promise<void> {
  const stood = await standByPointed(parts);
  if (stood === undefined || (stood.outcome === "running" && !stood.isAnew)) return;
  if (stood.outcome === "started" && !stood.isAnew) return output.info("the gateway for local models was started: assistants are pointed at it");
  output.warn(stood.isAnew ? "the key of the gateway for local models was made anew: assistants that are pointed at it are turned away" : "the gateway for local models does not start, and assistants are pointed at it");
  const names = [...new Set(stood.pointing.pointed().map(({ assistant }) => assistant))].join(", ");
  if ((await vscode.window.showWarningMessage(`Gatelodge's gateway ${stood.isAnew ? "had to make its key anew" : "does not start"}, so that ${names} get no answer from your local models.`, putBack)) !== putBack) return;
  const left = stood.pointing.pointed().map((file) => stood.pointing.unpoint(file)).filter((change) => typeof change !== "string").length;
  output.info(`settings of assistants that were pointed at the gateway: ${left === 0 ? "put back" : `${left} could not be put back`}`);
}
