import type { Load } from "../../inventory/load.ts";
import type { JudgedDownload, JudgedInventory, JudgedModel, JudgedRuntime, JudgedStored } from "../../inventory/judgeInventory.ts";
import type { PossibleFetch } from "../../inventory/repositoryConnections.ts";
import { toPlain } from "../writeText.ts";
import { statusText } from "./statusText.ts";
import { toolLines } from "./toolLines.ts";

/** An inventory for a person at a terminal. */
export function inventoryText({ runtimes, models, downloads, tools }: JudgedInventory): string {
  const lines = [
    runtimes.length === 0 ? "No local model server was found." : "Local model servers:",
    ...runtimes.flatMap(runtimeLines),
    models.length === 0 ? "No model was found in the folders of model servers." : "Models on this disk:",
    ...models.flatMap(storedLines),
    ...(downloads.length === 0 ? [] : ["Models that are not whole yet:", ...downloads.map(downloadLine)]),
    ...toolLines(tools),
  ];
  return `${lines.map(toPlain).join("\n")}\n`;
}

/** `undefined`: nobody asked. */
export function fetchesText(fetches: readonly PossibleFetch[] | undefined): string {
  if (fetches === undefined) return "";
  const lines = fetches.map(({ host, program, pid }) => `  possible: ${program ?? "a program"}${pid === undefined ? "" : ` (${pid})`} is connected to an address of ${host}`);
  return `${[lines.length === 0 ? "No connection to a place that keeps models." : "Connections to places that keep models:", ...lines].map(toPlain).join("\n")}\n`;
}

const runtimeLines = ({ name, version, certainty, port, bind, models, evidence, load, standing }: JudgedRuntime) => [
  `  ${[name, version].filter(Boolean).join(" ")}: ${certainty}${port === undefined ? "" : `, port ${port}`}${bind === "network" ? ", OPEN TO THE NETWORK" : ""} ${statusText(standing)}`,
  ...evidence.map((each) => `    ${each}`),
  ...(load === undefined ? [] : [`    ${loadText(load)}`]),
  ...models.map((model) => `    ${modelLine(model)}`),
];

const modelLine = ({ name, state, parameters, quantization, bytes, remote, standing }: JudgedModel) =>
  `${state === "loaded" ? "* " : "- "}${[name, parameters, quantization, bytes === undefined ? undefined : inGigabytes(bytes)].filter(Boolean).join(", ")}${remote === undefined ? "" : ` (NOT LOCAL: runs at ${remote})`} ${statusText(standing)}`;

const storedLines = ({ name, store, format, bytes, parameters, quantization, licence, risks, standing }: JudgedStored) => [
  `  ${[name, parameters, quantization, inGigabytes(bytes), format, licence].filter(Boolean).join(", ")} (${store}) ${statusText(standing)}`,
  ...risks.map((risk) => `    ! ${risk}`),
];

const loadText = ({ seconds, cpu, gpu }: Load) => `used ${cpu} % of a core${gpu === undefined ? "" : ` and ${gpu} % of the graphics processor`} in ${seconds} s`;

const downloadLine = ({ name, store, bytes, state, program, standing }: JudgedDownload) =>
  `  ${name}: ${inGigabytes(bytes)} so far (${store}), ${state === "left" ? "left unfinished" : program === undefined ? "being fetched" : `being fetched by ${program}`} ${statusText(standing)}`;

const inGigabytes = (bytes: number) => (bytes >= 1e8 ? `${(bytes / 1e9).toFixed(1)} GB` : `${(bytes / 1e6).toFixed(1)} MB`);
