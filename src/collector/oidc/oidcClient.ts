import { allowInsecureRequests, authorizationCodeGrant, buildAuthorizationUrl, calculatePKCECodeChallenge, customFetch, discovery, enableNonRepudiationChecks, fetchUserInfo, randomNonce, randomPKCECodeVerifier, randomState, type Configuration, type CustomFetch } from "openid-client";
import { isLoopback, type OidcSettings } from "./oidcSettings.ts";

/** What one try to sign in is recognised by; only the browser that began it has its number. */
export interface OidcChecks {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export type Claims = Readonly<Record<string, unknown>>;

export interface OidcClient {
  /** Where the browser goes. Throws where the provider cannot be reached. */
  readonly begin: () => Promise<{ readonly address: URL; readonly checks: OidcChecks }>;
  /** Who came back, by the address they came back to. Throws where anything of it is not as it was begun. */
  readonly finish: (address: URL, checks: OidcChecks) => Promise<Claims>;
}

export const callbackPath = "/api/oidc/callback";
const patienceSeconds = 10;

/** Authorization code with PKCE, state and nonce; the ID token's signature is checked although it comes from the provider itself. */
export function createOidcClient(settings: OidcSettings, fetch: typeof globalThis.fetch): OidcClient {
  const { issuer, clientId, clientSecret, publicUrl, groupsClaim, scope } = settings;
  const known: { configuration?: Promise<Configuration> } = {};
  // The provider may come up after the collector: what failed is tried again.
  const configure = () => (known.configuration ??= discover().catch((error: unknown) => {
    delete known.configuration;
    throw error;
  }));
  const discover = () => discovery(new URL(issuer), clientId, clientSecret, undefined, { [customFetch]: fetch as CustomFetch, timeout: patienceSeconds, execute: [enableNonRepudiationChecks, ...(isLoopback(new URL(issuer)) ? [allowInsecureRequests] : [])] });
  return {
    begin: async () => {
      const configuration = await configure();
      const checks = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const address = buildAuthorizationUrl(configuration, { redirect_uri: new URL(callbackPath, publicUrl).href, scope, state: checks.state, nonce: checks.nonce, code_challenge: await calculatePKCECodeChallenge(checks.verifier), code_challenge_method: "S256" });
      return { address, checks };
    },
    finish: async (address, { state, nonce, verifier }) => {
      const configuration = await configure();
      const tokens = await authorizationCodeGrant(configuration, address, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true });
      const claims: Claims & { readonly sub?: string } = tokens.claims() ?? {};
      // Some providers tell groups only there.
      return claims[groupsClaim] !== undefined || claims.sub === undefined || configuration.serverMetadata().userinfo_endpoint === undefined ? claims : { ...await fetchUserInfo(configuration, tokens.access_token, claims.sub), ...claims };
    },
  };
}
