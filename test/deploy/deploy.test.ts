import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parse, parseAllDocuments } from "yaml";
import { checkCompose, checkObject, renderTemplate, type Tree } from "./checkDeployment.ts";

const root = join(import.meta.dirname, "../../deploy");
const read = (...path: readonly string[]) => readFileSync(join(root, ...path), "utf8");
const compose = (name: string) => parse(read("compose", name), { merge: true }) as Tree;
/** As Compose puts a second file on top of the first. */
const together = (...files: readonly Tree[]): Tree => Object.fromEntries(["services", "volumes", "networks", "secrets"].map((key) => [key, Object.assign({}, ...files.map((file) => file[key] ?? {}))]));

test("the files for Compose have known parts, images with versions, no secret inside, and start collectors with options that they have", () => {
  for (const name of ["sqlite.yaml", "clickhouse.yaml"]) assert.deepEqual(checkCompose(compose(name)), [], name);
  for (const name of ["sqlite.yaml", "clickhouse.yaml"]) assert.deepEqual(checkCompose(together(compose(name), compose("otel-buffer.yaml"))), [], `${name} with the buffer`);
});

test("what is wrong in a file for Compose is found", () => {
  const { services, ...rest } = compose("clickhouse.yaml") as { readonly services: Readonly<Record<string, Tree>> };
  const having = (service: string, change: Tree) => checkCompose({ ...rest, services: { ...services, [service]: { ...services[service], ...change } } });
  assert.match(having("intake", { image: "gatelodge/collector:latest" }).join(), /has no version/);
  assert.match(having("intake", { image: "gatelodge/collector" }).join(), /has no version/);
  assert.match(having("clickhouse", { environment: { CLICKHOUSE_PASSWORD: "changeit" } }).join(), /stands in the file/);
  assert.match(having("clickhouse", { volumes: ["elsewhere:/data"] }).join(), /elsewhere is not among the volumes/);
  assert.match(having("intake", { secrets: ["other"] }).join(), /other is not among the secrets/);
  assert.match(having("intake", { depends_on: ["nobody"] }).join(), /no service nobody/);
  assert.match(having("intake", { privileged: true }).join(), /privileged/);
  assert.match(having("intake", { security_opt: [] }).join(), /new privileges/);
  assert.match(having("collector", { command: ["--data", "/data", "--host", "0.0.0.0"] }).join(), /--behind-proxy/);
  assert.match(having("collector", { command: ["--data", "/data", "--clickhouse", "x"] }).join(), /usage/);
  assert.deepEqual(checkCompose({ service: {} }), ["there is no service", "service is nothing that Compose knows"]);
});

const chart = (...path: readonly string[]) => read("helm", "gatelodge-collector", ...path);
const values = parse(chart("values.yaml")) as Tree;
const objects = () => readdirSync(join(root, "helm/gatelodge-collector/templates")).flatMap((name) => parseAllDocuments(renderTemplate(chart("templates", name), values, "test")).map((document) => {
  assert.deepEqual(document.errors, [], name);
  return document.toJS() as Tree;
}));

test("the chart's templates are objects whose containers keep to the rules, and every value is there", () => {
  const all = objects();
  assert.deepEqual(all.map(({ kind }) => String(kind)).toSorted(), ["Deployment", "HorizontalPodAutoscaler", "Ingress", "Service", "Service", "StatefulSet"]);
  assert.deepEqual(all.flatMap(checkObject), []);
  assert.equal(typeof (all.find(({ kind }) => kind === "HorizontalPodAutoscaler") as { readonly spec: Tree }).spec["minReplicas"], "number");
  const { name, version, apiVersion } = parse(chart("Chart.yaml")) as Tree;
  assert.deepEqual([name, apiVersion], ["gatelodge-collector", "v2"]);
  assert.match(String(version), /^\d+\.\d+\.\d+$/);
});

test("what is wrong in a chart is found", () => {
  const collector = objects().find(({ kind }) => kind === "StatefulSet") as { readonly spec: { readonly template: { readonly spec: { readonly containers: readonly Tree[] } } } };
  const { spec } = collector;
  const having = (change: Tree, pod: Tree = {}) => checkObject({ ...collector, spec: { ...spec, template: { spec: { ...spec.template.spec, ...pod, containers: [{ ...spec.template.spec.containers[0], ...change }] } } } }).join();
  assert.match(having({ image: "gatelodge/collector" }), /has no version/);
  assert.match(having({ args: ["--store", "postgres"] }), /--data|--store/);
  assert.match(having({ env: [{ name: "CLICKHOUSE_PASSWORD", value: "changeit" }] }), /stands in the file/);
  assert.match(having({ securityContext: {} }), /more than it needs/);
  assert.match(having({}, { securityContext: {} }), /may run as root/);
  assert.match(having({ volumeMounts: [{ name: "other" }] }), /no volume other/);
  assert.match(having({ readinessProbe: undefined }), /ready/);
  assert.throws(() => renderTemplate("{{ .Values.absent.one }}", values, "test"), /no absent\.one/);
});

test("the image has a version and holds what the build makes", () => {
  const lines = read("Dockerfile").split("\n");
  assert.match(lines.find((line) => line.startsWith("FROM ")) ?? "", /^FROM node:\d+\.\d+\.\d+-[\w-]+$/);
  assert.ok(lines.includes("USER node"));
  assert.deepEqual(lines.filter((line) => line.startsWith("COPY ")).map((line) => line.split(" ")[1]), ["dist/collector.cjs", "dist/dashboard"]);
});
