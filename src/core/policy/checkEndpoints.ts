import type { PolicyError } from "./checkSchema.ts";
import type { PolicyDocument } from "./policyDocument.ts";

const secure = /^https:\/\/[^\s/?#@]+(?:\/[^\s?#]*)?$/;
const onThisMachine = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?(?:\/[^\s?#]*)?$/;

/** Over TLS, or on this machine. */
export const isSafeEndpoint = (address: string): boolean => secure.test(address) || onThisMachine.test(address);

/** Reports and questions carry a key of the device: they go over TLS, or nowhere beyond this machine. */
export function checkEndpoints({ reporting, organisation }: PolicyDocument): readonly PolicyError[] {
  return [...checkEndpoint("reporting", reporting?.endpoint), ...checkEndpoint("organisation", organisation?.endpoint)];
}

function checkEndpoint(section: string, endpoint: string | undefined): readonly PolicyError[] {
  if (endpoint === undefined || isSafeEndpoint(endpoint)) return [];
  return [{ path: [section, "endpoint"], message: "must be an https address without a user, a query or a fragment (http only on this machine)" }];
}
