import type { PinInForce } from "../../core/policy/policy.ts";

/** How a pinned setting stands in this window. `held`: something else than the user's settings makes it looser, such as the repository's. */
export interface PinStanding {
  readonly pin: PinInForce;
  readonly state: "kept" | "drifted" | "held" | "unclear";
}

/** A setting by whose it is, for people. */
export const nameOf = ({ pin }: Pick<PinStanding, "pin">, assistantName: (id: string) => string): string => `${pin.setting} (${pin.assistant === undefined ? "editor" : assistantName(pin.assistant)})`;

/** One name for a setting of the editor or of an assistant. */
export const keyOf = ({ assistant = "", setting }: Pick<PinInForce, "assistant" | "setting">): string => `${assistant} ${setting}`;

const words: Readonly<Record<PinStanding["state"], string>> = {
  kept: "as the policy says", drifted: "**looser than the policy says**", held: "**looser than the policy says**, by this workspace's settings, which are not ours to write", unclear: "its file cannot be read, so nobody knows",
};

/** What is pinned and how it stands. No value that was found is in it. */
export function toPinsPage(standings: readonly PinStanding[], assistantName: (id: string) => string): string {
  if (standings.length === 0) return "# Pinned AI settings\n\nNo policy pins a setting of this editor or of an assistant that is used here.\n";
  return [
    "# Pinned AI settings", "", "The policy says how loose these may be set at most. Stricter is fine. What Gatelodge sets comes back when it goes, or by *Restore the Settings Gatelodge Changed*.", "",
    ...standings.map((standing) => `- ${nameOf(standing, assistantName)}, at most \`${String(standing.pin.value)}\` (${standing.pin.origin.source} policy): ${words[standing.state]}`), "",
  ].join("\n");
}
