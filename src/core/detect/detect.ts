import { createTokenPrefix } from "../placeholders/tokenPrefix.ts";
import { compiledPlaces, compiledRules } from "./compiledRules.ts";
import { createDetect, type Detect } from "./createDetect.ts";
import { createRescan, type Rescan } from "./createRescan.ts";
import { rescanThroughEncodings, throughEncodings } from "./encoded/throughEncodings.ts";
import { createEngine } from "./engine.ts";
import { toRunnable } from "./runnable.ts";

const engine = createEngine(compiledRules.map((rule) => toRunnable(rule)), compiledPlaces);
const plain = createDetect(engine);

/** With all rules of this product, and through one level of encoding. */
export const detect: Detect = throughEncodings(plain);

/** The same for texts that are edited. */
export const { scan, rescan }: Rescan = rescanThroughEncodings(createRescan(engine), plain);

const made: { prefix?: ReturnType<typeof createTokenPrefix> } = {};

/** The public start of a token that one of these rules found. Who only detects is spared its table. */
export const tokenPrefix: ReturnType<typeof createTokenPrefix> = (...found) => (made.prefix ??= createTokenPrefix(compiledRules))(...found);
