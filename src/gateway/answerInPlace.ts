import type { RequestListener } from "node:http";
import { controlClient } from "../node/pointing/gatewayPlaces.ts";
import { protocolFor } from "../protocols/known.ts";
import { readClientPath } from "./clientPath.ts";
import { createControl } from "./control.ts";
import { notBehind, refuse } from "./refuse.ts";

const fallen = "Gatelodge's gateway has fallen over, and nothing of this request went anywhere. Start it again (gatelodge gateway start), or put the settings of assistants back (gatelodge gateway unpoint).";

/** What is said on the gateway's port while there is none. */
export function answerInPlace({ isTokenOf, tokenOf }: { readonly isTokenOf: (client: string, token: string) => boolean; readonly tokenOf: (client: string) => string }): RequestListener {
  const control = createControl({ proof: tokenOf("answer"), state: "fallen", stop: () => process.exit(0) });
  return (request, response) => {
    const { client, url } = readClientPath(request.url ?? "/");
    const path = url.split("?")[0]!;
    const ours = client?.id === controlClient && isTokenOf(client.id, client.token);
    if (!(ours && control(path, response))) refuse(response, notBehind, protocolFor(path), fallen);
    request.resume();
  };
}
