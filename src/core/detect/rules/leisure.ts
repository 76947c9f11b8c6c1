import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { own, prefixed, takenFrom } from "../ruleForms.ts";
import { betterleaks, kingfisher } from "../ruleSets.ts";
import { hex, letters, numbers, sampleUuid } from "../samples.ts";
import { alphanumeric, capitals, hexadecimal, mixedCase, urlSafe } from "../valueShapes.ts";

/** Travel, events, games and food. */
export const leisure: readonly Detector[] = [
  ...takenFrom(own, [
    near({ id: "amadeus-secret", names: ["amadeus"], value: "[A-Za-z0-9]{16}|[A-Za-z0-9]{32}", sample: () => letters(16) }),
    near({ id: "edamam-key", names: ["edamam"], ...hexadecimal(32) }),
    prefixed({ id: "riot-games-key", prefixes: ["RGAPI-"], body: "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", sample: () => sampleUuid }),
    near({ id: "steam-key", names: ["steam_api", "steam_web", "steam_key", "steamworks", "steamapi"], ...hexadecimal(32) }),
  ]),
  ...takenFrom(kingfisher, [
    near({ id: "aviationstack-key", names: ["aviationstack", "aviation_stack"], ...alphanumeric(32) }),
    near({ id: "besttime-key", names: ["besttime"], value: "[a-z]{3,4}_[0-9a-f]{32}|[0-9A-Za-z_]{36}", sample: () => `pri_${hex(32)}` }),
    near({ id: "calorie-ninjas-key", names: ["calorieninja", "calorieninjas"], value: "[A-Za-z0-9+/=]{40}", sample: () => letters(40) }),
    near({ id: "eventbrite-token", names: ["eventbrite"], ...capitals(20) }),
    near({ id: "flightapi-key", names: ["flightapi", "flight_api"], ...alphanumeric(24) }),
    near({ id: "flightlabs-key", names: ["flightlabs"], value: String.raw`ey[A-Za-z0-9]{34}\.ey[A-Za-z0-9._-]{250,400}`, sample: () => `ey${letters(34)}.ey${letters(320)}` }),
    near({ id: "pandascore-token", names: ["pandascore"], ...urlSafe(51) }),
    near({ id: "rawg-key", names: ["rawg"], ...mixedCase(32) }),
    near({ id: "impala-key", names: ["impala"], isWord: true, value: "[A-Za-z0-9_]{46}", sample: () => letters(46) }),
    near({ id: "signup-genius-key", names: ["signupgenius"], ...mixedCase(32) }),
    near({ id: "spoonacular-key", names: ["spoonacular"], ...alphanumeric(32) }),
    near({ id: "sportmonks-token", names: ["sportsmonk", "sportmonks"], ...mixedCase(60) }),
    near({ id: "the-odds-api-key", names: ["theoddsapi", "the_odds_api", "odds_api"], ...hexadecimal(32) }),
    near({ id: "ticketmaster-key", names: ["ticketmaster"], ...mixedCase(32) }),
    near({ id: "ticket-tailor-key", names: ["tickettailor", "ticket_tailor"], value: String.raw`sk_\d{3,6}_\d{4,8}_[a-f0-9]{32}`, sample: () => `sk_${numbers(4)}_${numbers(6)}_${hex(32)}` }),
    near({ id: "travelpayouts-token", names: ["travelpayouts"], ...alphanumeric(32) }),
  ]),
  ...takenFrom(betterleaks, [
    prefixed({ id: "cfx-server-key", prefixes: ["cfxk_"], body: "[A-Za-z0-9_-]{20,100}", sample: () => letters(30) }),
    prefixed({ id: "duffel-token", prefixes: ["duffel_live_", "duffel_test_"], body: "[A-Za-z0-9_=-]{43}", sample: () => letters(43) }),
    prefixed({ id: "lichess-token", prefixes: ["lip_"], body: "[A-Za-z0-9]{16,60}", sample: () => letters(20) }),
    prefixed({ id: "thunderstore-token", prefixes: ["tss_"], body: "[A-Za-z0-9_-]{20,80}", sample: () => letters(32) }),
  ]),
];
