import type { Detector, PatternDetector } from "../detector.ts";
import { takenFrom } from "../ruleForms.ts";
import { noseyParker, securityUtilities } from "../ruleSets.ts";
import { letters } from "../samples.ts";

/** Keys of Azure services hold a signature of the service at a fixed place (Microsoft's "identifiable keys"; patterns after microsoft/security-utilities, MIT). */
interface SignedForm {
  readonly id: string;
  /** How many random characters stand before the signature, and of which class. */
  readonly random: number;
  readonly chars: string;
  readonly signature: string;
  /** Source of the pattern of the rest, and a rest that fits. */
  readonly rest: string;
  readonly end: string;
}

const base62 = "A-Za-z0-9";
const base64 = "A-Za-z0-9+/";

function signed({ id, random, chars, signature, rest, end }: SignedForm): PatternDetector {
  const sample = () => letters(random) + signature + end;
  return {
    id, kind: "secret", tier: "certain", keywords: [signature.toLowerCase()], before: [random],
    pattern: new RegExp(`(?<![${chars}])([${chars}]{${random}}${signature.replace("+", "\\+")}${rest})(?![=${chars}])`, "dy"),
    // Some hold fields of their own, which are mostly `A`.
    check: "asFound",
    examples: () => [`KEY=${sample()}`, `key: "${sample()}"`, `Endpoint=x;SharedAccessKey=${sample()};EntityPath=y`],
    counterExamples: () => [signature, letters(random) + signature, letters(random - 3) + signature + end],
  };
}

const short = { random: 33, chars: base64, rest: `[A-P][${base64}]{5}=`, end: "Bc3dE4=" };
const long = { random: 76, chars: base64, rest: `[${base64}]{5}[AQgw]==`, end: "bC3dEA==" };

export const azureKeys: readonly Detector[] = [
  ...takenFrom(noseyParker, [
    signed({ id: "azure-devops-signed-token", random: 76, chars: base62, signature: "AZDO", rest: `[${base62}]{4}`, end: "bC3d" }),
  ]),
  ...takenFrom(securityUtilities, [
    signed({ id: "azure-function-key", random: 44, chars: "A-Za-z0-9_-", signature: "AzFu", rest: "[A-Za-z0-9_-]{5}[AQgw]==", end: "bC3dEA==" }),
    signed({ id: "azure-search-key", random: 42, chars: base62, signature: "AzSe", rest: `[A-D][${base62}]{5}`, end: "Bc3dE4" }),
    signed({ id: "azure-container-registry-key", random: 42, chars: base64, signature: "+ACR", rest: `[A-D][${base64}]{5}`, end: "Bc3dE4" }),
    signed({ id: "azure-relay-key", signature: "+ARm", ...short }),
    signed({ id: "azure-event-hub-key", signature: "+AEh", ...short }),
    signed({ id: "azure-service-bus-key", signature: "+ASb", ...short }),
    signed({ id: "azure-iot-key", signature: "AIoT", ...short }),
    signed({ id: "azure-redis-key", signature: "AzCa", ...short }),
    signed({ id: "azure-event-grid-key", signature: "AZEG", ...short }),
    signed({ id: "azure-storage-signed-key", signature: "+ASt", ...long }),
    signed({ id: "azure-cosmos-db-key", signature: "ACDb", ...long }),
    signed({ id: "azure-batch-key", signature: "+ABa", ...long }),
    signed({ id: "azure-machine-learning-key", signature: "+AMC", ...long }),
    signed({ id: "azure-api-management-key", signature: "APIM", ...long }),
  ]),
];
