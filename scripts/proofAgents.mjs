/**
 * npm run proof:agents [client…]: runs the real clients against the scripted model, prints what reached it, and writes
 * .proof/agents.json and docs/proof-agents.md.
 */
import { basename } from "node:path";
import { findFiles } from "./findFiles.mjs";
import { finish, runInTurn, runTool } from "./parts.mjs";
import { forgetProof, readProof, writeProofPage } from "./proofRows.mjs";
import { ensureDependencies } from "./toolchain/dependencies.mjs";
import { inRepository } from "./toolchain/paths.mjs";

const wanted = process.argv.slice(2);
await ensureDependencies();
const build = await runTool("build", inRepository("esbuild.config.mjs"));
forgetProof();
const files = findFiles("test/clients", ".clients.test.ts").filter((file) => wanted.length === 0 || wanted.some((name) => basename(file).startsWith(name)));
const parts = await runInTurn(files, { timeout: 180_000, limit: 900_000 });
const rows = readProof();
writeProofPage(rows);
for (const { client, version, scope, case: name, guard, leaked, expected, benign } of rows) {
  console.log(`${leaked === expected ? "✔" : "✖"} ${client} ${version}  ${scope.padEnd(8)} ${guard.padEnd(3)} ${leaked ? "arrives" : "stays  "}  ${name}${benign ? " (everyday work)" : ""}`);
}
finish([build, ...parts]);
