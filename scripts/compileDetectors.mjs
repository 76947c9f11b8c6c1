/**
 * The rules of src/core/detect/rules as one module without examples: src/core/detect/compiledRules.ts, which git ignores.
 * Runs under Node 24, before anything that reads that module. A rule that is not in order ends it, with the reason.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { compileRule } from "../src/core/detect/compile/compileRule.ts";
import { ruleTroubles } from "../src/core/detect/compile/ruleTroubles.ts";
import { detectors } from "../src/core/detect/detectors.ts";
import { inRepository } from "./toolchain/paths.mjs";

const target = inRepository("src/core/detect/compiledRules.ts");
const troubles = ruleTroubles(detectors);
if (troubles.length > 0) {
  console.error(`The detectors cannot be compiled:\n${troubles.map((line) => `  ${line}`).join("\n")}`);
  process.exit(1);
}
const rules = detectors.map((detector) => `  ${JSON.stringify(compileRule(detector))},`);
const text = `// Made by scripts/compileDetectors.mjs from the files in rules/: change those.\nimport type { CompiledRule } from "./compiledRule.ts";\n\nexport const compiledRules: readonly CompiledRule[] = [\n${rules.join("\n")}\n];\n`;
// Only when it changed, and whole at once: a test or an editor may be reading it.
if (!existsSync(target) || readFileSync(target, "utf8") !== text) {
  const draft = `${target}.${process.pid}.draft`;
  writeFileSync(draft, text);
  renameSync(draft, target);
}
