import { stat } from "node:fs/promises";
import { inBillions } from "../runtimes/llamaCpp.ts";
import { readModelHead } from "./readModelHead.ts";
import { pickleRisk, pickles, type StoredModel } from "./storedModel.ts";
import { templateRisks } from "./templateRisks.ts";

type FileFacts = Omit<StoredModel, "name" | "store" | "digest"> & { readonly title?: string };

/** What a model file is; `undefined`: gone. */
export async function describeFile(path: string): Promise<FileFacts | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return undefined;
  const head = await readModelHead(path);
  if (head === undefined) return { format: formatOf(path), bytes: found.size, risks: pickles.test(path) ? [pickleRisk] : [] };
  const parameters = inBillions(head.parameters);
  return {
    format: head.format,
    bytes: found.size,
    ...(head.name === undefined ? {} : { title: head.name }),
    ...(parameters === undefined ? {} : { parameters }),
    ...(head.quantization === undefined ? {} : { quantization: head.quantization }),
    ...(head.licence === undefined ? {} : { licence: head.licence }),
    risks: head.chatTemplate === undefined ? [] : templateRisks(head.chatTemplate),
  };
}

function formatOf(path: string): StoredModel["format"] {
  if (pickles.test(path)) return "pickle";
  return path.toLowerCase().endsWith(".onnx") ? "onnx" : "unknown";
}
