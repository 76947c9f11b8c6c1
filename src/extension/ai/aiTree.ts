import type { AiStatus, Standing } from "../../core/ai/standing.ts";
import { groupBy } from "../../core/groupBy.ts";
import { isBusy } from "../../inventory/load.ts";
import type { JudgedDownload, JudgedInventory, JudgedModel, JudgedRuntime, JudgedStored, JudgedTool } from "../../inventory/judgeInventory.ts";
import type { ToolKind } from "../../inventory/tools/toolFound.ts";
import { toolTitles } from "../../inventory/tools/toolTitles.ts";

/** One line of the view, without anything of the editor. */
export interface AiNode {
  readonly label: string;
  readonly description: string;
  /** What it is, for a screen reader: `model server`. Absent: a heading. */
  readonly what?: string;
  /** Absent: nothing that a policy approves or denies. */
  readonly standing?: Standing;
  /** Things that speak against it. */
  readonly risks: number;
  /** Everything else that is known, a line each. */
  readonly details: readonly string[];
  readonly children: readonly AiNode[];
}

/** The view as lines: what runs, what is stored, what is installed and configured. Nothing found is an empty list, for which the view has words of its own. */
export function toAiTree({ runtimes, models, downloads, tools }: JudgedInventory): readonly AiNode[] {
  const byKind = groupBy(tools, ({ kind }) => kind).map((group) => heading(toolTitles[group[0]!.kind], group.map(toolNode)));
  return [heading("Model servers", runtimes.map(runtimeNode)), heading("Models on this disk", models.map(storedNode)), heading("Models that are not whole yet", downloads.map(downloadNode)), ...byKind].filter(({ children }) => children.length > 0);
}

/** What is denied and can do something now: what runs or is being fetched, what is installed and configured; no model that only lies on the disk. */
export function deniedHere({ runtimes, downloads, tools }: JudgedInventory): readonly AiNode[] {
  const running = runtimes.flatMap((runtime) => {
    const node = runtimeNode(runtime);
    return [node, ...node.children.filter((_, index) => runtime.models[index]?.state === "loaded")];
  });
  return [...running, ...downloads.filter(({ state }) => state === "running").map(downloadNode), ...tools.map(toolNode)].filter(({ standing }) => standing?.status === "denied");
}

function heading(label: string, children: readonly AiNode[]): AiNode {
  const denied = countDenied(children);
  return { label, description: `${children.length}${denied === 0 ? "" : ` · ${denied} denied`}`, risks: 0, details: [], children };
}

const countDenied = (nodes: readonly AiNode[]): number => nodes.reduce((sum, { standing, children }) => sum + (standing?.status === "denied" ? 1 : 0) + countDenied(children), 0);

function runtimeNode({ name, version, certainty, port, bind, models, evidence, load, standing }: JudgedRuntime): AiNode {
  const facts = [certainty === "running" ? "running" : "possibly running", load !== undefined && isBusy(load) ? "busy" : undefined, bind === "network" ? "other machines reach it" : undefined, port === undefined ? undefined : `port ${port}`];
  return node({ label: [name, version], standing, what: "model server", facts, details: evidence, children: models.map(modelNode) });
}

function modelNode({ name, state, parameters, quantization, bytes, licence, remote, standing }: JudgedModel): AiNode {
  const facts = [remote === undefined ? undefined : `NOT LOCAL: runs at ${remote}`, state, parameters, quantization, sizeOf(bytes)];
  return node({ label: [fileOf(name)], standing, what: "model", facts, details: licence === undefined ? [] : [`licence, as its maker says: ${licence}`], children: [] });
}

function storedNode({ name, store, format, bytes, parameters, quantization, licence, risks, standing }: JudgedStored): AiNode {
  const facts = [parameters, quantization, sizeOf(bytes), `in the folder of ${store}`];
  return node({ label: [fileOf(name)], standing, what: "stored model", facts, risks, details: [`file: ${format}`, ...(licence === undefined ? [] : [`licence, as its maker says: ${licence}`])], children: [] });
}

/** How much there is of it would have the view drawn anew with every round. */
function downloadNode({ name, store, state, program, standing }: JudgedDownload): AiNode {
  const facts = [state === "left" ? "left unfinished" : "being fetched", program === undefined ? undefined : `by ${program}`, `in the folder of ${store}`];
  return node({ label: [name], standing, what: "download of a model", facts, details: [], children: [] });
}

const toolNames: Readonly<Record<ToolKind, string>> = { editor: "editor", extension: "extension", agent: "agent", mcpServer: "tool server", instructions: "instructions", skill: "skill", framework: "framework", setting: "setting", account: "account", credential: "credential", unreadable: "unreadable" };

function toolNode({ kind, name, id, version, place, evidence, risks, standing }: JudgedTool): AiNode {
  return node({ label: [name, version], standing, what: toolNames[kind], facts: [id === name ? undefined : id], risks, details: [place, ...evidence], children: [] });
}

interface Line { readonly label: readonly (string | undefined)[]; readonly standing: Standing | undefined; readonly what: string; readonly facts: readonly (string | undefined)[]; readonly details: readonly string[]; readonly risks?: readonly string[]; readonly children: readonly AiNode[] }

function node({ label, standing, what, facts, details, risks = [], children }: Line): AiNode {
  const known = (parts: readonly (string | undefined)[]) => parts.filter((part) => part !== undefined).map(plain);
  const against = risks.length === 0 ? undefined : `${risks.length} ${risks.length === 1 ? "risk" : "risks"}`;
  const description = known([standing?.status, against, ...facts]).join(" · ");
  return { label: known(label).join(" "), description, what, ...(standing === undefined ? {} : { standing }), risks: risks.length, details: [...risks.map((risk) => `risk: ${risk}`), ...details].map(plain), children };
}

/** In words for who does not see the icon, and to be copied. */
export function toLines(node: AiNode): readonly string[] {
  const { label, what, description, details } = node;
  return [
    what === undefined ? label : `${label} (${what})`, ...(description === "" ? [] : [description]),
    ...toReasons(node),
    ...details,
  ].map(plain);
}

/** Why it stands where it does, who says so, and what to do. */
export function toReasons({ standing }: AiNode): readonly string[] {
  if (standing === undefined) return [];
  const { status, reason, entry, layer, instead } = standing;
  return [`${statusWords[status]}: ${reason}`, ...(entry === undefined ? [] : [`Entry ${entry} of the ${layer} policy.`]), ...(instead === undefined ? [] : [`Instead: ${instead}`])].map(plain);
}

const statusWords: Readonly<Record<AiStatus, string>> = { approved: "Approved", denied: "Denied", unknown: "Unknown" };

const sizeOf = (bytes: number | undefined) => (bytes === undefined ? undefined : bytes >= 1e8 ? `${(bytes / 1e9).toFixed(1)} GB` : `${(bytes / 1e6).toFixed(1)} MB`);

/** llama.cpp names a model by its whole path, which is nobody's business. */
const fileOf = (name: string) => (/^(?:[/\\~]|[a-z]:[/\\])/i.test(name) ? name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1) : name);

/** Makers' words may hold what reorders or hides a line. */
const plain = (text: string) => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "\uFFFD").slice(0, 300);
