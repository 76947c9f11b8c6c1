/**
 * The rules of src/core/detect/rules as one module without examples: src/core/detect/compiledRules.ts, which git ignores.
 * Runs under Node 24, before anything that reads that module. A rule that is not in order ends it, with the reason.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { anchorPlaces } from "../src/core/detect/anchors.ts";
import { compileRule } from "../src/core/detect/compile/compileRule.ts";
import { ruleTroubles } from "../src/core/detect/compile/ruleTroubles.ts";
import { detectors } from "../src/core/detect/detectors.ts";
import { nearFragments } from "../src/core/detect/nearForm.ts";
import { assigned, wordStart } from "../src/core/detect/ruleForms.ts";
import { madeFrom } from "./toolchain/compiledDetectors.mjs";
import { inRepository } from "./toolchain/paths.mjs";

const target = inRepository("src/core/detect/compiledRules.ts");
const troubles = ruleTroubles(detectors);
if (troubles.length > 0) {
  console.error(`The detectors cannot be compiled:\n${troubles.map((line) => `  ${line}`).join("\n")}`);
  process.exit(1);
}
// Nothing in it that cannot be seen.
const written = (rule) => JSON.stringify(rule, (_, value) => (typeof value === "function" ? value() : value)).replaceAll(/[^\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
// What hundreds of patterns have in common stands in it once.
const fragments = [assigned, wordStart, ...nearFragments].map((text) => written(text).slice(1, -1));
const shared = (rule) => fragments.reduce((text, fragment, index) => text.replaceAll(fragment, `" + shared${index} + "`), rule);
const compiled = detectors.map((detector) => compileRule(detector));
// So does what hundreds of rules say beside their pattern.
const commonOf = ({ kind, tier, flags, value, check }) => JSON.stringify({ kind, tier, flags, value, check });
const counts = Map.groupBy(compiled.filter((rule) => "source" in rule), commonOf);
const commons = [...counts].filter(([, rules]) => rules.length > 9).map(([common]) => common);
const ruleText = (rule) => {
  if (!("source" in rule)) return written(rule);
  const { id, kind, tier, flags, value, check, source, guards, reach } = rule;
  const index = commons.indexOf(commonOf(rule));
  const said = index < 0 ? written({ kind, tier, flags, value, check }).slice(1, -1) : `...common${index}`;
  return `{ ${said}, "source": () => ${shared(written(source))}, ${written({ id, guards, reach }).slice(1)}`;
};
const rules = compiled.map((rule) => `  ${ruleText(rule)},`);
// In parts: TypeScript gives up on a longer list of values that differ.
const parts = Array.from({ length: Math.ceil(rules.length / 500) }, (_, index) => rules.slice(index * 500, index * 500 + 500));
// In the order in which the engine meets them.
const keywords = [...new Set(compiled.flatMap((rule) => ("scan" in rule ? [] : rule.guards.flatMap((guard) => guard.keywords))))];
const text = `${madeFrom()}\nimport type { CompiledRule } from "./compiledRule.ts";\n\n${fragments.map((fragment, index) => `const shared${index} = "${fragment}";`).join("\n")}\n${commons.map((common, index) => `const common${index} = ${common} as const;`).join("\n")}\n\n${parts.map((part, index) => `const rules${index}: readonly CompiledRule[] = [\n${part.join("\n")}\n];`).join("\n")}\n\nexport const compiledRules: readonly CompiledRule[] = [${parts.map((_, index) => `...rules${index}`).join(", ")}];\n\n/** Of \`anchorPlaces\`, for the keywords of these rules. */\nexport const compiledPlaces = ${written(anchorPlaces(keywords))};\n`;
// Only when it changed, and whole at once: a test or an editor may be reading it.
if (!existsSync(target) || readFileSync(target, "utf8") !== text) {
  const draft = `${target}.${process.pid}.draft`;
  writeFileSync(draft, text);
  renameSync(draft, target);
}
