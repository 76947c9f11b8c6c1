import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { own, prefixed, takenFrom } from "../ruleForms.ts";
import { betterleaks, kingfisher } from "../ruleSets.ts";
import { hex, letters } from "../samples.ts";
import { alphanumeric, hexadecimal, mixedCase } from "../valueShapes.ts";

/** Warehouses, pipelines and dashboards. */
export const dataPlatforms: readonly Detector[] = [
  ...takenFrom(own, [
    prefixed({ id: "confluent-signed-secret", prefixes: ["cflt"], body: "[A-Za-z0-9+/]{60}", sample: () => letters(60) }),
    prefixed({ id: "databricks-oauth-secret", prefixes: ["dose"], body: "[0-9a-f]{32}", sample: () => hex(32) }),
    prefixed({ id: "dbt-cloud-token", prefixes: ["dbtu_", "dbtc_"], body: "[A-Za-z0-9_-]{40,90}", sample: () => letters(44) }),
    near({ id: "fivetran-secret", names: ["fivetran"], ...mixedCase(32) }),
    prefixed({ id: "tinybird-token", prefixes: ["p.eyJ"], body: String.raw`[A-Za-z0-9_-]{60,300}\.[A-Za-z0-9_-]{43}`, sample: () => `${letters(120)}.${letters(43)}` }),
    near({ id: "redash-key", names: ["redash"], ...mixedCase(40) }),
    near({ id: "kaggle-key", names: ["kaggle"], ...hexadecimal(32) }),
    prefixed({ id: "kaggle-token", prefixes: ["KGAT_"], body: "[a-f0-9]{32}", sample: () => hex(32) }),
  ]),
  ...takenFrom(kingfisher, [
    near({ id: "confluent-secret", names: ["confluent", "ccloud", "kafka"], value: "[a-z0-9+/]{64}", sample: () => letters(64) }),
    near({ id: "qubole-token", names: ["qubole"], ...alphanumeric(64) }),
    near({ id: "stitch-data-token", names: ["stitchdata", "stitch_data"], value: "[0-9a-z_]{35}", sample: () => letters(35) }),
  ]),
  ...takenFrom(betterleaks, [
    near({ id: "snowflake-token", names: ["snowflake", "sf_token"], value: "(?<![_-])[a-z0-9_-]{100,500}", sample: () => letters(240) }),
  ]),
];
