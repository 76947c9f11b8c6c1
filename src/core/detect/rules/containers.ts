import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { own, prefixed, takenFrom } from "../ruleForms.ts";
import { betterleaks, noseyParker } from "../ruleSets.ts";
import { hex, letters, lowercase } from "../samples.ts";
import { capitals, mixedCase, uuid } from "../valueShapes.ts";

const manifest = (members: string) => `apiVersion: v1\nkind: Secret\nmetadata:\n  name: main\ntype: Opaque\n${members}\n`;

/** Clusters and image registries. */
export const containers: readonly Detector[] = [
  ...takenFrom(own, [
    {
      id: "kubernetes-secret", kind: "secret", tier: "likely", scan: "kubernetesSecret", reach: 16_000,
      examples: () => [
        manifest(`data:\n  pin: ${btoa("c0rrect-horse")}`), manifest(`stringData:\n  greeting: "bl4ckbird-Singing"`), `\n\napiVersion: v1\ndata:\n  # a comment\n  code: ${btoa("c0rrect-horse")}\nkind: Secret\n`,
        `apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Secret\n  data:\n    code: ${btoa("c0rrect-horse")}\n- apiVersion: v1\n  kind: ConfigMap\n  data:\n    mode: production\n`,
      ],
      counterExamples: () => [
        manifest("data:\n  pin: {{ .Values.pin | b64enc }}"), manifest(`data:\n  tls.crt: ${btoa("-----BEGIN CERTIFICATE-----")}`), manifest("stringData:\n  code: <your code>"), manifest(`data:\n  code: ${btoa("changeme")}`), manifest(""),
        `apiVersion: v1\nkind: ConfigMap\ndata:\n  code: ${btoa("c0rrect-horse")}\n`, `kind: Secret\nmetadata:\n  name: a\n---\nkind: ConfigMap\ndata:\n  code: ${btoa("c0rrect-horse")}\n`, `- kind: ConfigMap\n  data:\n    code: ${btoa("c0rrect-horse")}\n- kind: Secret\n  data: {}\n`, "kind: Secret\nspec:\n  data:\n    code: something-else\n",
      ],
    },
    prefixed({ id: "rancher-token", prefixes: ["token-"], body: "[a-z0-9]{5}:[a-z0-9]{54}", sample: () => `${lowercase(5)}:${lowercase(54)}` }),
    prefixed({ id: "portainer-token", prefixes: ["ptr_"], body: "[A-Za-z0-9+/]{43}=", sample: () => `${letters(43)}=` }),
    prefixed({ id: "k3s-token", prefixes: ["K10"], body: "[0-9a-f]{50,66}::(?:[a-z]{4,8}:)?[a-f0-9]{32}", sample: () => `${hex(64)}::server:${hex(32)}` }),
    prefixed({ id: "ecr-token", prefixes: ["eyJwYXlsb2FkIjoi"], body: "[A-Za-z0-9+/]{200,4000}={0,2}", sample: () => letters(600) }),
    near({ id: "quay-robot-token", names: ["quay"], ...capitals(64) }),
    near({ id: "quay-token", names: ["quay"], ...mixedCase(40) }),
    near({ id: "docker-hub-legacy-token", names: ["dockerhub", "docker_hub"], ...uuid }),
    near({ id: "okteto-token", names: ["okteto"], ...mixedCase(40) }),
  ]),
  ...takenFrom(noseyParker, [
    {
      id: "kubernetes-bootstrap-token", kind: "secret", tier: "likely", keywords: ["kubeadm", "bootstrap-token", "bootstrap_token", "bootstraptoken"],
      pattern: /(?:kubeadm|bootstrap[-_]?token)[^\n]{0,80}?(?<![\w.])((?=[a-z.]{0,22}\d)[a-z0-9]{6}\.(?=[a-z]{0,15}\d)[a-z0-9]{16})(?![\w.])/diy,
      examples: () => [`kubeadm join 10.0.0.1:6443 --token ${lowercase(6)}.${lowercase(16)} --discovery-token-ca-cert-hash sha256:x`, `--tls-bootstrap-token ${lowercase(6)}.${lowercase(16)}`], counterExamples: () => ["kubeadm join --token <token>", "bootstrap-token window.addeventlistener"],
    },
    {
      id: "kubernetes-bootstrap-secret", kind: "secret", tier: "likely", keywords: ["token-secret:"], pattern: /token-secret:\s{1,4}["']?([a-z0-9]{16})(?!\w)/dy,
      examples: () => [`stringData:\n  token-id: ${lowercase(6)}\n  token-secret: ${lowercase(16)}\n`], counterExamples: () => ["token-secret: ${SECRET}", `token-secret: ${"x".repeat(16)}`],
    },
  ]),
  ...takenFrom(betterleaks, [
    prefixed({ id: "swarm-join-token", prefixes: ["SWMTKN-1-"], body: "[a-z0-9]{50,60}-[a-z0-9]{24,30}", sample: () => `${lowercase(50)}-${lowercase(25)}` }),
    prefixed({ id: "swarm-unlock-key", prefixes: ["SWMKEY-1-"], body: "[A-Za-z0-9+/]{40,50}", sample: () => letters(43) }),
  ]),
];
