/** The extension as people download it. */
import { statSync } from "node:fs";
import { buildVsix } from "../../scripts/toolchain/vsix.mjs";
import { report } from "./report.ts";

report({ name: "VSIX", value: statSync(await buildVsix()).size / 1_000_000, unit: "MB", atMost: 3 });
