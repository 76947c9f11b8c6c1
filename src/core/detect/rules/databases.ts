import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { own, prefixed, takenFrom } from "../ruleForms.ts";
import { betterleaks, kingfisher } from "../ruleSets.ts";
import { hex, letters } from "../samples.ts";
import { hexadecimal, mixedCase, uuid } from "../valueShapes.ts";

/** Hosted databases and message queues. */
export const databases: readonly Detector[] = [
  ...takenFrom(own, [
    near({ id: "fauna-secret", names: ["fauna"], value: "fn[a-z0-9_-]{38}", sample: () => `fn${letters(38)}` }),
    prefixed({ id: "xata-key", prefixes: ["xau_"], body: "[A-Za-z0-9]{30,60}", sample: () => letters(40) }),
    near({ id: "hasura-secret", names: ["hasura"], ...mixedCase(64) }),
    near({ id: "cloudamqp-key", names: ["cloudamqp"], ...uuid }),
    near({ id: "elasticsearch-key", names: ["elastic"], value: "[a-z0-9+/]{58}==|[a-z0-9_-]{20}:[a-z0-9_-]{22}", sample: () => `${letters(58)}==` }),
    near({ id: "singlestore-key", names: ["singlestore"], ...hexadecimal(64) }),
    near({ id: "upstash-token", names: ["upstash"], value: "[a-z0-9]{50,100}={0,2}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", sample: () => `A${letters(59)}=` }),
  ]),
  ...takenFrom(kingfisher, [
    near({ id: "mongodb-atlas-private-key", names: ["mongodb", "mongo_atlas", "atlas_private"], ...uuid }),
    near({ id: "rockset-key", names: ["rockset"], ...mixedCase(64) }),
  ]),
  ...takenFrom(betterleaks, [
    prefixed({ id: "mongodb-atlas-secret", prefixes: ["mdb_sa_sk_"], body: "[A-Za-z0-9_-]{40}", sample: () => letters(40) }),
    prefixed({ id: "neon-key", prefixes: ["napi_"], body: "[A-Za-z0-9]{64}", sample: () => letters(64) }),
    prefixed({ id: "cockroachdb-key", prefixes: ["CCDB1_"], body: "[A-Za-z0-9]{20,24}_[A-Za-z0-9]{40}", sample: () => `${letters(22)}_${letters(40)}` }),
    prefixed({ id: "clickhouse-cloud-secret", prefixes: ["4b1d"], body: "[A-Za-z0-9]{38}", sample: () => letters(38) }),
    prefixed({ id: "astra-token", prefixes: ["AstraCS:"], body: "[A-Za-z0-9]{20,40}(?::[a-f0-9]{64})?", sample: () => `${letters(24)}:${hex(64)}` }),
    near({ id: "couchbase-capella-key", names: ["couchbase", "capella"], value: "[a-z0-9+/]{60,120}={0,2}", sample: () => letters(64) }),
    near({ id: "influxdb-token", names: ["influx"], value: "[a-z0-9_/+-]{86}==", sample: () => `${letters(86)}==` }),
    prefixed({ id: "elastic-cloud-key", prefixes: ["essu_"], body: "[A-Za-z0-9_-]{60,200}={0,2}", sample: () => letters(80) }),
  ]),
];
