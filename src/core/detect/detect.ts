import { compiledRules } from "./compiledRules.ts";
import { createDetect, type Detect } from "./createDetect.ts";
import { toRunnable } from "./runnable.ts";

/** With all rules of this product. */
export const detect: Detect = createDetect(compiledRules.map((rule) => toRunnable(rule)));
