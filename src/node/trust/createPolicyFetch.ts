import { createDeviceKeys, type DeviceKeysParts } from "../reporting/deviceKeys.ts";
import { readDevice } from "../reporting/device.ts";
import type { Locations } from "../locations.ts";
import type { OrganisationState } from "./organisationReader.ts";
import { createPolicyRun, type PolicyRun } from "./policyRun.ts";
import { trustPlaces } from "./trustFiles.ts";

export interface PolicyFetchParts extends Pick<DeviceKeysParts, "fetch" | "host" | "now"> {
  readonly locations: Pick<Locations, "state">;
  readonly organisation: () => OrganisationState | undefined;
  readonly random: () => number;
}

/** Fetching with this machine's key, which reports go with too; where an enrolment token is known and no key, one is asked for. */
export function createPolicyFetch({ locations, organisation, fetch, host, now, random }: PolicyFetchParts): PolicyRun {
  const places = trustPlaces(locations);
  // What enrolment gives along with the key is asked for in the next moment.
  const keys = createDeviceKeys({ file: places.device, fetch, host, now, onEnrolled: () => undefined });
  return createPolicyRun({
    places, fetch, now, random, organisation, onUnauthorised: keys.forget,
    deviceOf: async (endpoint, token) => (token === undefined ? readDevice(places.device, endpoint) : keys.of(endpoint, token)),
  });
}
