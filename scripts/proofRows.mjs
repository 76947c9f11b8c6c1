/** What the runs of real agents measured last, and the page that is made of it. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compareProof, renderProof } from "./proofText.mjs";
import { inRepository, proof } from "./toolchain/paths.mjs";

const folder = join(proof, "agents");
export const proofPage = inRepository("docs", "proof-agents.md");

/** Rows of a test that is gone would speak for it. */
export const forgetProof = () => rmSync(folder, { recursive: true, force: true });

/** All rows, written together to .proof/agents.json. */
export function readProof() {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")).toSorted() : [];
  const rows = names.flatMap((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));
  mkdirSync(proof, { recursive: true });
  writeFileSync(join(proof, "agents.json"), `${JSON.stringify(rows, undefined, 1)}\n`);
  return rows;
}

export const writeProofPage = (rows) => writeFileSync(proofPage, renderProof(rows, existsSync(proofPage) ? readFileSync(proofPage, "utf8") : ""));

/** Fails when the page does not say what was measured of the clients that ran. */
export async function checkProof() {
  const problems = compareProof(existsSync(proofPage) ? readFileSync(proofPage, "utf8") : "", readProof());
  if (problems.length > 0) throw new Error(`docs/proof-agents.md does not say what was measured (npm run proof:agents):\n${problems.map((problem) => `- ${problem}`).join("\n")}`);
}
