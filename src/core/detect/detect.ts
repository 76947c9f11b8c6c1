import { compiledRules } from "./compiledRules.ts";
import { createDetect, type Detect } from "./createDetect.ts";
import { createRescan, type Rescan } from "./createRescan.ts";
import { createEngine } from "./engine.ts";
import { toRunnable } from "./runnable.ts";

const engine = createEngine(compiledRules.map((rule) => toRunnable(rule)));

/** With all rules of this product. */
export const detect: Detect = createDetect(engine);

/** The same for texts that are edited. */
export const { scan, rescan }: Rescan = createRescan(engine);
