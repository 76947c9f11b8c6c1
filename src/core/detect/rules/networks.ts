import type { Detector } from "../detector.ts";
import { near } from "../nearForm.ts";
import { own, prefixed, takenFrom } from "../ruleForms.ts";
import { betterleaks, kingfisher, noseyParker } from "../ruleSets.ts";
import { hex, letters, lowercase } from "../samples.ts";
import { alphanumeric, hexadecimal, mixedCase, uuid } from "../valueShapes.ts";

/** Names, tunnels and delivery. */
export const networks: readonly Detector[] = [
  ...takenFrom(own, [
    prefixed({ id: "netbird-token", prefixes: ["nbp_"], body: "[A-Za-z0-9]{36}", sample: () => letters(36) }),
    {
      id: "openvpn-static-key", kind: "secret", tier: "certain", keywords: ["-----begin openvpn static key"], pattern: /-----BEGIN OpenVPN Static key V\d-----\s{1,4}((?:[a-f0-9]{32}\s{1,4}){4,16})/dy,
      examples: () => [`-----BEGIN OpenVPN Static key V1-----\n${`${hex(32)}\n`.repeat(16)}-----END OpenVPN Static key V1-----`], counterExamples: () => ["-----BEGIN OpenVPN Static key V1-----\n...\n-----END OpenVPN Static key V1-----"],
    },
    near({ id: "namecheap-key", names: ["namecheap"], ...hexadecimal(32) }),
    near({ id: "godaddy-key", names: ["godaddy"], value: "[a-z0-9]{10,14}_[a-z0-9]{20,22}|[a-z0-9]{22}", sample: () => `${letters(12)}_${letters(22)}` }),
    near({ id: "ns1-key", names: ["ns1", "nsone"], ...mixedCase(20) }),
    prefixed({ id: "dnsimple-token", prefixes: ["dnsimple_a_", "dnsimple_u_"], body: "[A-Za-z0-9]{32}", sample: () => letters(32) }),
    near({ id: "gandi-key", names: ["gandi"], value: "[a-z0-9]{24}|[a-f0-9]{40}", sample: () => letters(24) }),
    prefixed({ id: "porkbun-key", prefixes: ["pk1_", "sk1_"], body: "[a-f0-9]{64}", sample: () => hex(64) }),
    near({ id: "duckdns-token", names: ["duckdns"], ...uuid }),
    near({ id: "desec-token", names: ["desec"], value: "[a-z0-9_-]{28}", sample: () => letters(28) }),
    prefixed({ id: "akamai-token", prefixes: ["akab-"], body: "[a-z0-9]{16}-[a-z0-9]{16}", sample: () => `${lowercase(16)}-${hex(16)}` }),
    near({ id: "akamai-secret", names: ["akamai", "edgerc"], value: "[a-z0-9+/]{43}=", sample: () => `${letters(43)}=` }),
    prefixed({ id: "cloudflare-tunnel-token", prefixes: ["eyJhIjoi"], body: "[A-Za-z0-9+/]{120,260}={0,2}", sample: () => letters(160) }),
  ]),
  ...takenFrom(kingfisher, [
    near({ id: "ngrok-token", names: ["ngrok"], value: String.raw`[a-z0-9]{25,30}_\d[a-z0-9]{20}|(?:cr|ak)_[a-z0-9]{25,30}`, sample: () => `${letters(27)}_5${letters(20)}` }),
    near({ id: "zerotier-token", names: ["zerotier"], ...mixedCase(32) }),
    near({ id: "buddyns-key", names: ["buddyns"], ...alphanumeric(40) }),
    near({ id: "vpnapi-key", names: ["vpnapi"], ...mixedCase(32) }),
  ]),
  ...takenFrom(noseyParker, [
    {
      id: "wireguard-key", kind: "secret", tier: "likely", keywords: ["privatekey", "presharedkey"], pattern: /(?:PrivateKey|PresharedKey)\s{0,3}=\s{0,3}([A-Za-z0-9+/]{43}=)(?![\w=])/dy,
      examples: () => [`[Interface]\nPrivateKey = ${letters(42)}E=\n`, `PresharedKey=${letters(42)}A=`], counterExamples: () => ["PrivateKey = <key>", `PublicKey = ${letters(42)}E=`],
    },
    {
      id: "truenas-key", kind: "secret", tier: "likely", keywords: ["login_with_api_key", "truenas"], pattern: /(?:login_with_api_key|truenas)[^\n]{0,80}?(?<!\w)(\d{1,3}-[A-Za-z0-9]{64})(?!\w)/diy,
      examples: () => [`{"method": "auth.login_with_api_key", "params": ["8-${letters(64)}"]}`, `TRUENAS_API_KEY=12-${letters(64)}`], counterExamples: () => ["auth.login_with_api_key", `truenas ${hex(64)}`],
    },
  ]),
  ...takenFrom(betterleaks, [
    prefixed({ id: "defined-networking-token", prefixes: ["dnkey-"], body: "[A-Za-z0-9=_-]{26}-[A-Za-z0-9=_-]{52}", sample: () => `${letters(26)}-${letters(52)}` }),
    near({ id: "meraki-key", names: ["meraki"], ...hexadecimal(40) }),
    near({ id: "cloudflare-global-key", names: ["x_auth_key", "cf_api", "cloudflare_email"], ...hexadecimal(37) }),
  ]),
];
