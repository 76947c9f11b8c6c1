import { compiledRules } from "./compiledRules.ts";
import { carryingLinkId, carryingPictureId } from "./carrying/carryingAddresses.ts";
import { steeringId } from "./steering/steeringText.ts";

/** For `detectors.off`, `when.detectors` and events: ids come from here and nowhere else, and stay as they are. */
export const detectorIds: readonly string[] = [...compiledRules.map(({ id }) => id), steeringId, carryingPictureId, carryingLinkId];
