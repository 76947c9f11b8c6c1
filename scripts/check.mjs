/** npm run check: the quick parts, in some seconds. */
import { runChecks } from "./checks.mjs";
import { finish } from "./parts.mjs";
import { ensureDependencies } from "./toolchain/dependencies.mjs";

await ensureDependencies();
finish(await runChecks());
