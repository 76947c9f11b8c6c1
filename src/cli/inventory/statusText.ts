import type { Standing } from "../../core/ai/standing.ts";

/** What the policy says of it; in full where something is to be done. */
export const statusText = ({ status, reason, instead }: Standing) => (status === "denied" ? `[DENIED: ${reason}${instead === undefined ? "" : ` Instead: ${instead}`}]` : `[${status}]`);
