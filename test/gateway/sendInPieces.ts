import { request, type Agent } from "node:http";

/** Posts a body in pieces of a few bytes, so that characters, escapes and secrets are cut; the answer's status. */
export function sendInPieces({ url, agent, body, below }: { readonly url: string; readonly agent: Agent; readonly body: string; readonly below: (limit: number) => number }): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: "POST", agent, headers: { "content-type": "application/json" } }, (response) => {
      response.resume().on("end", () => resolve(response.statusCode ?? 0)).on("error", reject);
    }).on("error", (error: NodeJS.ErrnoException) => {
      // A server may close a connection that waited, at the moment when it is used again.
      if (error.code === "ECONNRESET" && asked.reusedSocket) sendInPieces({ url, agent, body, below }).then(resolve, reject);
      else reject(error);
    });
    const bytes = Buffer.from(body);
    for (let at = 0; at < bytes.length;) {
      const length = 1 + below(300);
      asked.write(bytes.subarray(at, at + length));
      at += length;
    }
    asked.end();
  });
}
