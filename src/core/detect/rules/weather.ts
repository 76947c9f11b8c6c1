import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { own, takenFrom } from "../ruleForms.ts";
import { kingfisher } from "../ruleSets.ts";
import { hex, lowercase, sampleUuid } from "../samples.ts";
import { alphanumeric, capitals, mixedCase } from "../valueShapes.ts";

/** Weather, air and calendars. */
export const weather: readonly Detector[] = [
  ...takenFrom(own, [
    near({ id: "accuweather-key", names: ["accuweather"], ...mixedCase(32) }),
    near({ id: "tomorrow-io-key", names: ["tomorrow_io", "tomorrowio", "climacell"], ...mixedCase(32) }),
    near({ id: "weather-api-key", names: ["weatherapi", "weather_api"], value: "[0-9a-f]{31}|[0-9a-f]{32}", sample: () => hex(31) }),
  ]),
  ...takenFrom(kingfisher, [
    near({ id: "calendarific-key", names: ["calendarific"], ...mixedCase(32) }),
    near({ id: "carbon-interface-key", names: ["carboninterface", "carbon_interface"], ...mixedCase(21) }),
    near({ id: "cloverly-key", names: ["cloverly"], value: "(?:public_key:|private_key:)?[a-z0-9:_]{16,28}", sample: () => lowercase(28) }),
    near({ id: "holiday-api-key", names: ["holidayapi", "holiday_api"], value: "[a-z0-9-]{36}", sample: () => sampleUuid }),
    near({ id: "openuv-key", names: ["openuv"], value: "(?:openuv-)?[a-z0-9-]{32}", sample: () => lowercase(32) }),
    near({ id: "openweather-key", names: ["openweather", "open_weather", "pyowm", "owm"], ...alphanumeric(32) }),
    near({ id: "stormglass-key", names: ["stormglass"], value: "[0-9A-Za-z-]{73}", sample: () => `${sampleUuid}-${sampleUuid}` }),
    near({ id: "visual-crossing-key", names: ["visualcrossing", "visual_crossing"], ...capitals(25) }),
    near({ id: "weatherbit-key", names: ["weatherbit"], ...alphanumeric(32) }),
    near({ id: "weatherstack-key", names: ["weatherstack"], ...alphanumeric(32) }),
    near({ id: "world-weather-key", names: ["worldweather", "world_weather"], ...alphanumeric(31) }),
  ]),
];
