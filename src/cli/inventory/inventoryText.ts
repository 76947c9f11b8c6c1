import type { RuntimeSeen } from "../../inventory/findRuntimes.ts";
import type { Inventory } from "../../inventory/inventory.ts";
import type { StoredModel } from "../../inventory/models/storedModel.ts";
import type { ModelSeen } from "../../inventory/runtimes/runtime.ts";
import { toPlain } from "../writeText.ts";

/** An inventory for a person at a terminal. */
export function inventoryText({ runtimes, models }: Inventory): string {
  const lines = [
    runtimes.length === 0 ? "No local model server was found." : "Local model servers:",
    ...runtimes.flatMap(runtimeLines),
    models.length === 0 ? "No model was found in the folders of model servers." : "Models on this disk:",
    ...models.flatMap(storedLines),
  ];
  return `${lines.map(toPlain).join("\n")}\n`;
}

const runtimeLines = ({ name, version, certainty, port, bind, models, evidence }: RuntimeSeen) => [
  `  ${[name, version].filter(Boolean).join(" ")}: ${certainty}${port === undefined ? "" : `, port ${port}`}${bind === "network" ? ", OPEN TO THE NETWORK" : ""}`,
  ...evidence.map((each) => `    ${each}`),
  ...models.map((model) => `    ${modelLine(model)}`),
];

const modelLine = ({ name, state, parameters, quantization, bytes, remote }: ModelSeen) =>
  `${state === "loaded" ? "* " : "- "}${[name, parameters, quantization, bytes === undefined ? undefined : inGigabytes(bytes)].filter(Boolean).join(", ")}${remote === undefined ? "" : ` (NOT LOCAL: runs at ${remote})`}`;

const storedLines = ({ name, store, format, bytes, parameters, quantization, licence, risks }: StoredModel) => [
  `  ${[name, parameters, quantization, inGigabytes(bytes), format, licence].filter(Boolean).join(", ")} (${store})`,
  ...risks.map((risk) => `    ! ${risk}`),
];

const inGigabytes = (bytes: number) => (bytes >= 1e8 ? `${(bytes / 1e9).toFixed(1)} GB` : `${(bytes / 1e6).toFixed(1)} MB`);
