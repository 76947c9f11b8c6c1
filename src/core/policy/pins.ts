import type { Origin, PinInForce, PinsPolicy } from "./policy.ts";
import { pinnableSettings, type PinnableSetting } from "./pinnable.ts";
import type { PinEntry, PinRestore, PinSection } from "./policyDocument.ts";

export const noPins: PinsPolicy = { restore: "ask", settings: [] };

type Refuse = (path: readonly (string | number)[], message: string) => void;

const strictness: readonly PinRestore[] = ["show", "ask", "always"];

/** What a layer pins comes on top: of two values for one setting the stricter holds, so that no layer loosens another's. */
export function mergePins(current: PinsPolicy, section: PinSection | undefined, { origin, refuse }: { readonly origin: Origin; readonly refuse: Refuse }): PinsPolicy {
  if (section === undefined) return current;
  if (origin.source === "repository") refuse(["pin"], "a repository does not say how a person's editor and assistants are set");
  if (origin.source === "repository") return current;
  const restore = section.restore === undefined || (origin.ratchet === true && strictness.indexOf(section.restore) < strictness.indexOf(current.restore)) ? current.restore : section.restore;
  const added = (section.settings ?? []).flatMap((entry, index): readonly PinInForce[] => {
    const known = findPinnable(entry);
    if (known === undefined) refuse(["pin", "settings", index], `${entry.setting} is no setting that this version can pin`);
    else if (!known.values.includes(entry.value)) refuse(["pin", "settings", index, "value"], `can be ${known.values.join(", ")}`);
    return known?.values.includes(entry.value) === true ? [{ ...known, value: entry.value, origin }] : [];
  });
  return { restore, settings: added.reduce(withPin, current.settings) };
}

function withPin(pins: readonly PinInForce[], pin: PinInForce): readonly PinInForce[] {
  const same = pins.find((each) => isSame(each, pin));
  if (same === undefined) return [...pins, pin];
  return pin.values.indexOf(pin.value) < pin.values.indexOf(same.value) ? pins.map((each) => (each === same ? pin : each)) : pins;
}

const isSame = (one: Pick<PinEntry, "assistant" | "setting">, other: Pick<PinEntry, "assistant" | "setting">) => one.assistant === other.assistant && one.setting === other.setting;
const findPinnable = (entry: PinEntry): PinnableSetting | undefined => pinnableSettings.find((known) => isSame(known, entry));

/** Whether a value, `undefined` where there is none, is as strict as what is pinned. */
export function keepsPin({ values, value, otherwise }: Pick<PinInForce, "values" | "value" | "otherwise">, found: unknown): boolean {
  const at = values.findIndex((each) => each === (found === undefined || found === null ? otherwise : found));
  return at >= 0 && at <= values.indexOf(value);
}
