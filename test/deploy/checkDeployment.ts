/** What every file of a deployment must keep to. Each check says what is wrong in a sentence; none: nothing is. */
import { parseCollectorArguments } from "../../src/collector/collectorArguments.ts";

export type Tree = Readonly<Record<string, unknown>>;
const asTree = (value: unknown): Tree => (typeof value === "object" && value !== null ? (value as Tree) : {});
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const serviceKeys = new Set(["image", "command", "restart", "read_only", "cap_drop", "cap_add", "security_opt", "volumes", "networks", "secrets", "environment", "ports", "depends_on", "healthcheck", "stop_grace_period", "ulimits"]);
const topKeys = new Set(["services", "volumes", "networks", "secrets"]);
const pinned = /^[\w./-]+:\d+\.\d+[\w.-]*$/;
const ours = "gatelodge/collector:";

/** Of a file for Docker Compose, the files that it is used together with merged into it. */
export function checkCompose(file: Tree): readonly string[] {
  const services = Object.entries(asTree(file["services"])).map(([name, service]) => [name, asTree(service)] as const);
  const declared = (kind: string) => new Set(Object.keys(asTree(file[kind])));
  const used = (kind: string, service: Tree) => asList(service[kind]).map((each) => String(each).split(":")[0] ?? "").filter((name) => !name.startsWith("."));
  return [
    ...(services.length === 0 ? ["there is no service"] : []),
    ...Object.keys(file).filter((key) => !topKeys.has(key) && !key.startsWith("x-")).map((key) => `${key} is nothing that Compose knows`),
    ...services.flatMap(([name, service]) => [
      ...Object.keys(service).filter((key) => !serviceKeys.has(key)).map((key) => `${name}: ${key} is nothing that our files use`),
      ...["volumes", "networks", "secrets"].flatMap((kind) => used(kind, service).filter((each) => !declared(kind).has(each)).map((each) => `${name}: ${each} is not among the ${kind}`)),
      ...dependenciesOf(service).filter((each) => !services.some(([other]) => other === each)).map((each) => `${name}: there is no service ${each}`),
      ...(asList(service["security_opt"]).includes("no-new-privileges:true") || name === "clickhouse" ? [] : [`${name}: may get new privileges`]),
      ...checkImage(name, service["image"]), ...checkEnvironment(name, asTree(service["environment"])), ...checkProgram(name, service["image"], service["command"]),
    ]),
  ];
}

const dependenciesOf = ({ depends_on: on }: Tree): readonly string[] => (Array.isArray(on) ? on.map(String) : Object.keys(asTree(on)));

const checkImage = (name: string, image: unknown) => (pinned.test(String(image)) ? [] : [`${name}: the image ${String(image)} has no version`]);

/** A secret is a file, or asked for when it starts. */
const checkEnvironment = (name: string, environment: Tree) => Object.entries(environment).filter(([key, value]) => /password|secret|token|key/i.test(key) && !key.endsWith("_FILE") && !/^\$\{\w+:\?/.test(String(value))).map(([key]) => `${name}: ${key} stands in the file`);

/** The collector's own parser reads what it would be started with. */
function checkProgram(name: string, image: unknown, words: unknown): readonly string[] {
  if (!String(image).startsWith(ours)) return [];
  const parsed = parseCollectorArguments(asList(words).map((word) => String(word).replace(/\$\{\w+:\?[^}]*\}/, "example")), "/");
  return "error" in parsed ? [`${name}: ${parsed.error}`] : [];
}

/** Of one rendered Kubernetes object. */
export function checkObject(object: Tree): readonly string[] {
  const { apiVersion, kind } = object;
  const name = String(asTree(object["metadata"])["name"]);
  if (typeof apiVersion !== "string" || typeof kind !== "string" || name === "undefined") return ["an object without apiVersion, kind and name"];
  const template = asTree(asTree(asTree(object["spec"])["template"])["spec"]);
  const pod = asTree(template["securityContext"]);
  return asList(template["containers"]).map(asTree).flatMap((container) => {
    const security = asTree(container["securityContext"]);
    return [
      ...checkImage(name, container["image"]), ...checkProgram(name, container["image"], container["args"]),
      ...(pod["runAsNonRoot"] === true ? [] : [`${name}: may run as root`]),
      ...(security["allowPrivilegeEscalation"] === false && security["readOnlyRootFilesystem"] === true ? [] : [`${name}: may do more than it needs`]),
      ...(container["readinessProbe"] === undefined ? [`${name}: nobody asks whether it is ready`] : []),
      ...asList(container["env"]).map(asTree).filter((entry) => typeof entry["value"] === "string" && /password|secret|token/i.test(String(entry["name"]))).map((entry) => `${name}: ${String(entry["name"])} stands in the file`),
      ...asList(container["volumeMounts"]).map((mount) => String(asTree(mount)["name"])).filter((each) => !volumesOf(object).has(each)).map((each) => `${name}: there is no volume ${each}`),
    ];
  });
}

function volumesOf(object: Tree): ReadonlySet<string> {
  const spec = asTree(object["spec"]);
  const template = asTree(asTree(spec["template"])["spec"]);
  return new Set([...asList(template["volumes"]).map((each) => String(asTree(each)["name"])), ...asList(spec["volumeClaimTemplates"]).map((each) => String(asTree(asTree(each)["metadata"])["name"]))]);
}

/** What Helm does with the little that our templates use: values by their path. One that is not there is an error. */
export function renderTemplate(text: string, values: Tree, release: string): string {
  return text.replaceAll(/\{\{ \.(Values|Release)\.([\w.]+) \}\}/g, (_, from: string, path: string) => {
    if (from === "Release") return release;
    const value = path.split(".").reduce<unknown>((tree, key) => asTree(tree)[key], values);
    if (typeof value !== "string" && typeof value !== "number") throw new Error(`values.yaml has no ${path}`);
    return String(value);
  });
}
