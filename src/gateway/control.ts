import type { ServerResponse } from "node:http";

export interface ControlParts {
  /** Shows that we know the key that the asker knows. */
  readonly proof: string;
  readonly state: "running" | "fallen";
  readonly stop: () => void;
}

/** Answers `gatelodge gateway status` and `stop`. */
export function createControl({ proof, state, stop }: ControlParts): (path: string, response: ServerResponse) => boolean {
  return (path, response) => {
    if (path !== "/status" && path !== "/stop") return false;
    response.writeHead(204, { "x-gatelodge": proof, "x-gatelodge-state": state, connection: "close" }).end(path === "/stop" ? () => void setImmediate(stop) : undefined);
    return true;
  };
}
