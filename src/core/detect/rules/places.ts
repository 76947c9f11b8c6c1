import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { own, prefixed, takenFrom } from "../ruleForms.ts";
import { kingfisher } from "../ruleSets.ts";
import { hex, letters, sampleUuid } from "../samples.ts";
import { alphanumeric, capitals, hexadecimal, mixedCase, uuid } from "../valueShapes.ts";

/** Maps, places and networks' whereabouts. */
export const places: readonly Detector[] = [
  ...takenFrom(own, [
    near({ id: "ip-data-key", names: ["ipdata"], ...hexadecimal(56) }),
    near({ id: "location-iq-token", names: ["locationiq", "location_iq"], value: String.raw`pk\.[0-9a-f]{32}`, sample: () => `pk.${hex(32)}` }),
    near({ id: "maxmind-key", names: ["maxmind_license", "maxmind"], value: "[A-Za-z0-9]{16}", sample: () => letters(16) }),
  ]),
  ...takenFrom(kingfisher, [
    near({ id: "geoapify-key", names: ["geoapify"], ...alphanumeric(32) }),
    near({ id: "geocode-key", names: ["geocode_xyz", "geocode"], ...alphanumeric(28) }),
    near({ id: "geocodify-key", names: ["geocodify"], ...alphanumeric(40) }),
    near({ id: "geoapi-key", names: ["getgeoapi", "get_geo_api"], ...alphanumeric(40) }),
    near({ id: "geo-ipify-key", names: ["ipify", "ipifi"], value: "at_[A-Za-z0-9]{29}|[A-Za-z0-9_]{32}", sample: () => `at_${letters(29)}` }),
    near({ id: "graphhopper-key", names: ["graphhopper"], value: "[a-z0-9-]{36}", sample: () => sampleUuid }),
    near({ id: "here-key", names: ["hereapi", "here_api", "here_access", "here_maps"], value: "[A-Za-z0-9_-]{43}|[A-Za-z0-9_-]{86}", sample: () => letters(43) }),
    near({ id: "ipapi-key", names: ["ipapi"], ...alphanumeric(32) }),
    near({ id: "ip-geolocation-key", names: ["ipgeolocation", "ip_geolocation"], ...alphanumeric(32) }),
    near({ id: "ip-info-token", names: ["ipinfo"], ...hexadecimal(14) }),
    near({ id: "ip-info-db-key", names: ["ipinfodb"], ...alphanumeric(64) }),
    near({ id: "ip-stack-key", names: ["ipstack"], ...hexadecimal(32) }),
    near({ id: "ip2location-key", names: ["ip2location"], ...capitals(32) }),
    near({ id: "ip-quality-score-key", names: ["ipquality", "ipqualityscore", "ip_quality_score"], ...alphanumeric(32) }),
    near({ id: "mapquest-key", names: ["mapquest"], ...mixedCase(32) }),
    prefixed({ id: "mapbox-temporary-token", prefixes: ["tk.eyJ"], body: String.raw`[A-Za-z0-9_-]{40,300}\.[A-Za-z0-9_-]{20,90}`, sample: () => `${letters(60)}.${letters(22)}` }),
    near({ id: "opencage-key", names: ["opencage", "opencagedata"], ...alphanumeric(32) }),
    near({ id: "positionstack-key", names: ["positionstack", "position_stack"], value: "[0-9a-f]{32}|[A-Za-z0-9_]{32}", sample: () => hex(32) }),
    near({ id: "timezone-api-key", names: ["timezoneapi"], ...mixedCase(20) }),
    near({ id: "tomtom-key", names: ["tomtom"], ...mixedCase(32) }),
    near({ id: "walkscore-key", names: ["walkscore", "walk_score"], ...alphanumeric(32) }),
    near({ id: "zipcode-api-key", names: ["zipcodeapi"], ...mixedCase(64) }),
    near({ id: "zipcodebase-key", names: ["zipcodebase"], ...uuid }),
    near({ id: "countrylayer-key", names: ["countrylayer"], ...alphanumeric(32) }),
    { id: "maxmind-license-key", kind: "secret", tier: "likely", keywords: ["_mmk"], before: [36], pattern: /(?<![A-Za-z0-9])([A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk)(?![A-Za-z0-9_])/dy, examples: () => [`LICENSE_KEY=${letters(6)}_${letters(29)}_mmk`], counterExamples: () => ["_mmk", `${letters(4)}_${letters(29)}_mmk`] },
  ]),
];
