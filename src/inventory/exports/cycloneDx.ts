import type { JudgedInventory, JudgedModel, JudgedRuntime, JudgedStored, JudgedTool } from "../judgeInventory.ts";
import { purlOf } from "./purl.ts";

export interface BomParts {
  readonly now: Date;
  /** Random, new for each. */
  readonly serial: string;
  /** Of this program. */
  readonly version: string;
}

interface Property { readonly name: string; readonly value: string }
type Component = Readonly<Record<string, unknown>>;

/** What a bill of materials is about: programs, models, texts that drive them. Settings and credentials are no material. */
const types: Readonly<Partial<Record<JudgedTool["kind"], string>>> = { editor: "application", extension: "application", agent: "application", mcpServer: "application", instructions: "data", skill: "data", framework: "framework" };

/** An inventory as CycloneDX 1.6 in JSON, with its models as an ML-BOM has them: https://cyclonedx.org/docs/1.6/json. */
export function toCycloneDx({ runtimes, models, tools }: JudgedInventory, { now, serial, version }: BomParts): Readonly<Record<string, unknown>> {
  const remote = tools.filter(({ host }) => host !== undefined);
  const components = [
    ...runtimes.flatMap((runtime) => [ofRuntime(runtime), ...runtime.models.filter(({ name }) => !models.some((stored) => stored.name === name)).map((model) => ofServed(model, runtime.name))]),
    ...models.map(ofStored),
    ...tools.filter((tool) => !remote.includes(tool)).flatMap(ofTool),
  ];
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json", bomFormat: "CycloneDX", specVersion: "1.6", serialNumber: `urn:uuid:${serial}`, version: 1,
    metadata: { timestamp: now.toISOString(), tools: { components: [{ type: "application", name: "gatelodge", version }] }, component: { type: "device", name: "developer machine", "bom-ref": "machine" } },
    components: components.map((component, index) => ({ "bom-ref": `component-${index + 1}`, ...component })),
    services: remote.map(({ name, host = "", evidence, risks, place, standing }, index) => ({ "bom-ref": `service-${index + 1}`, name, endpoints: [`//${host}`], "x-trust-boundary": true, properties: properties({ kind: ["mcpServer"], place: [place], evidence, risk: risks, status: standing === undefined ? [] : [standing.status] }) })),
  };
}

function ofRuntime({ runtime, name, version, certainty, bind, evidence, standing }: JudgedRuntime): Component {
  return { type: "application", name, ...defined({ version }), properties: properties({ kind: ["runtime"], runtime: [runtime], certainty: [certainty], bind: bind === undefined ? [] : [bind], evidence, status: [standing.status] }) };
}

function ofServed({ name, parameters, quantization, digest, licence, remote, standing }: JudgedModel, server: string): Component {
  return { type: "machine-learning-model", name, ...hashes(digest), ...licences(licence), modelCard: card(parameters, quantization), properties: properties({ kind: ["model"], server: [server], remote: some(remote), status: [standing.status] }) };
}

function ofStored({ name, store, format, bytes, digest, parameters, quantization, licence, risks, standing }: JudgedStored): Component {
  return { type: "machine-learning-model", name, ...hashes(digest), ...licences(licence), modelCard: card(parameters, quantization), properties: properties({ kind: ["model"], store: [store], format: [format], bytes: [String(bytes)], risk: risks, status: [standing.status] }) };
}

function ofTool(tool: JudgedTool): readonly Component[] {
  const { kind, name, version, place, evidence, risks, standing, assistant } = tool;
  const type = types[kind];
  return type === undefined ? [] : [{ type, name, ...defined({ version, purl: purlOf(tool) }), properties: properties({ kind: [kind], assistant: some(assistant), place: [place], evidence, risk: risks, status: standing === undefined ? [] : [standing.status] }) }];
}

const properties = (fields: Readonly<Record<string, readonly string[]>>): readonly Property[] => Object.entries(fields).flatMap(([name, values]) => values.map((value) => ({ name: `gatelodge:${name}`, value })));
const card = (parameters: string | undefined, quantization: string | undefined) => ({ properties: properties({ parameters: some(parameters), quantization: some(quantization) }) });
const some = (value: string | undefined): readonly string[] => (value === undefined ? [] : [value]);
const defined = (fields: Readonly<Record<string, string | undefined>>) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
const licences = (name: string | undefined) => (name === undefined ? {} : { licenses: [{ license: { name } }] });
const hashes = (digest: string | undefined) => (digest !== undefined && /^[0-9a-f]{64}$/i.test(digest) ? { hashes: [{ alg: "SHA-256", content: digest.toLowerCase() }] } : {});
