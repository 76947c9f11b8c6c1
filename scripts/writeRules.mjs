/** Writes what `ruleTexts` makes. Runs under Node 24, since it reads the sources of the inventory. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { ruleTexts } from "./ruleTexts.mjs";
import { inRepository } from "./toolchain/paths.mjs";

const texts = ruleTexts();
for (const [file, text] of texts) {
  mkdirSync(dirname(inRepository(file)), { recursive: true });
  writeFileSync(inRepository(file), text);
}
console.log(`rules: ${texts.length} files`);
