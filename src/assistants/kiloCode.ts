import type { Assistant } from "./assistant.ts";
import type { Dialect } from "./dialect.ts";
import { opencodeDialect, opencodeInstallation } from "./opencode.ts";

/** It grew out of opencode: kilo.ai describes the same plugins, for its command line and its extension. */
export const kiloDialect: Dialect = { ...opencodeDialect, documented: true };

/** https://kilo.ai/docs */
export const kiloCode: Assistant = {
  id: "kilo-code",
  name: "Kilo Code",
  kind: "unknown",
  extensions: ["kilocode.Kilo-Code"],
  programs: ["kilo", "kilocode"],
  packages: ["@kilocode/cli"],
  dialect: kiloDialect,
  installation: opencodeInstallation({ config: ".config/kilo", data: ".local/share/kilo", configFile: "kilo.jsonc" }),
};
