import type { PolicyError } from "./checkSchema.ts";
import type { PolicyDocument } from "./policyDocument.ts";

const secure = /^https:\/\/[^\s/?#@]+(?:\/[^\s?#]*)?$/;
const onThisMachine = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?(?:\/[^\s?#]*)?$/;

/** Reports carry a key of the device: they go over TLS, or nowhere beyond this machine. */
export function checkReporting({ reporting }: PolicyDocument): readonly PolicyError[] {
  if (reporting === undefined || secure.test(reporting.endpoint) || onThisMachine.test(reporting.endpoint)) return [];
  return [{ path: ["reporting", "endpoint"], message: "must be an https address without a user, a query or a fragment (http only on this machine)" }];
}
