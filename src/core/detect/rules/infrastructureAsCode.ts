import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { own, prefixed, takenFrom } from "../ruleForms.ts";
import { letters } from "../samples.ts";
import { hexadecimal, mixedCase, urlSafe } from "../valueShapes.ts";

/** What sets machines up. */
export const infrastructureAsCode: readonly Detector[] = [
  ...takenFrom(own, [
    near({ id: "hcp-client-secret", names: ["hcp_client", "hcp_api"], ...urlSafe(64) }),
    near({ id: "ansible-galaxy-token", names: ["ansible_galaxy", "galaxy_server", "galaxy_api", "automation_hub"], ...hexadecimal(40) }),
    near({ id: "ansible-tower-token", names: ["tower_oauth", "ansible_tower", "awx_oauth", "controller_oauth"], ...mixedCase(30) }),
    near({ id: "puppet-token", names: ["puppet"], value: "0[a-z0-9_-]{43}", sample: () => `0${letters(43)}` }),
    prefixed({ id: "spacelift-agent-token", prefixes: ["eyJicm9rZXIi"], body: "[A-Za-z0-9+/]{200,4000}={0,2}", sample: () => letters(600) }),
    near({ id: "env0-secret", names: ["env0"], value: "[a-z0-9_-]{32}", sample: () => letters(32) }),
    near({ id: "consul-gossip-key", names: ["consul_encrypt", "gossip", "serf_encrypt"], value: "[a-z0-9+/]{43}=", sample: () => `${letters(43)}=` }),
  ]),
];
