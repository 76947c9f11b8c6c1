import type { ServerResponse } from "node:http";

/** Answers `gatelodge gateway status` and `stop`; `proof` shows that we know the key that they know. */
export function createControl(proof: string, stop: () => void): (path: string, response: ServerResponse) => boolean {
  return (path, response) => {
    if (path !== "/status" && path !== "/stop") return false;
    response.writeHead(204, { "x-gatelodge": proof, connection: "close" }).end(path === "/stop" ? () => void setImmediate(stop) : undefined);
    return true;
  };
}
