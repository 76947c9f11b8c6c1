import { locationsFor } from "../../src/node/locations.ts";
import { createPointing } from "../../src/node/pointing/assistantPointing.ts";
import { openGatewayKey } from "../../src/node/pointing/gatewayKey.ts";
import { gatewayPlaces } from "../../src/node/pointing/gatewayPlaces.ts";
import { writeGatewayTerms } from "../../src/node/pointing/gatewayTerms.ts";

/** A home as it is after a restart of the machine: a gateway was started on this port and assistants pointed at it, and nothing runs. */
export function pointAll(home: string, port: number): void {
  const { state } = locationsFor(process.platform, home, "");
  const places = gatewayPlaces(state);
  const terms = { port, upstreams: [11_434], clientsOnly: false };
  writeGatewayTerms(places.terms, terms);
  const pointing = createPointing({ home, journalFolder: places.journal, key: openGatewayKey(places.key), address: terms });
  for (const file of pointing.files([])) pointing.point(file);
}
