import type { DestinationKind } from "../core/request.ts";
import type { Dialect } from "./dialect.ts";
import type { HookInstallation } from "./installation.ts";
import type { OwnTelemetry } from "./ownTelemetry.ts";
import type { ModelSettings } from "./modelServer/modelSettings.ts";

/** An AI assistant as data: one file each, listed in `known.ts`. */
export interface Assistant {
  /** Our catalogue id: what policies name and events report. */
  readonly id: string;
  readonly name: string;
  /** Where its context goes unless its own settings say otherwise. */
  readonly kind: DestinationKind;
  /** Extension ids as published: VS Code's suppress setting minds their case. */
  readonly extensions?: readonly string[];
  /** Editors that have it built in, as `vscode.env.appName` says. */
  readonly editors?: readonly string[];
  /** Group ids of its inline-completion providers, where they differ from the extension id. */
  readonly completionGroups?: readonly string[];
  /** Programs that start it in a terminal. */
  readonly programs?: readonly string[];
  /** Packages that are started by name (`npx`, `uvx`), in lower case and without version. */
  readonly packages?: readonly string[];
  /** How it asks its hooks and is answered; absent: it has none that we speak. */
  readonly dialect?: Dialect;
  /** Where its hooks are configured and switched off; absent: we cannot install ours. */
  readonly installation?: HookInstallation;
  /** Where it can be pointed at a model server; absent: it asks its own cloud, or we do not know. */
  readonly modelSettings?: ModelSettings;
  /** What of its own telemetry our collector counts; absent: it sends none, or we have not seen it. */
  readonly telemetry?: OwnTelemetry;
}
