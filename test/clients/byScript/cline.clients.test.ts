/** Cline's command line itself, without a person, against a scripted model: what reaches the model is what counts. */
import { clineClient } from "../cline.ts";
import { proveClient } from "../proveClient.ts";

await proveClient(clineClient);
