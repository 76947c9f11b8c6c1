import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import type { OtlpLogs } from "../../core/otlp/toOtlpLogs.ts";
import type { PostLogs } from "./postLogs.ts";

/** A request that left the machine, or tried to: its body as it was before it was compressed. */
export interface ReportedRequest {
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly endpoint: string;
  readonly outcome: string;
  readonly body: OtlpLogs;
}

// Two files of this size hold some 7,000 events.
const maxBytes = 4_000_000;

/** Posts, and writes down what was posted for the developer to read. */
export function createRecordedPost(folder: string, endpoint: string, post: PostLogs, now: () => number): PostLogs {
  return async (logs) => {
    const outcome = await post(logs);
    if (outcome.kind === "later" && outcome.stored === "unsent") return outcome;
    // What is sent again is shown when it has arrived; hours of attempts would push everything else out of the book.
    record(folder, { time: new Date(now()).toISOString(), endpoint, outcome: outcome.kind, body: outcome.kind === "later" ? { resourceLogs: [] } : logs });
    return outcome;
  };
}

function record(folder: string, request: ReportedRequest): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if ((statSync(join(folder, current), { throwIfNoEntry: false })?.size ?? 0) > maxBytes) renameSync(join(folder, current), join(folder, earlier));
    appendFileSync(join(folder, current), `${JSON.stringify(request)}\n`, { mode: 0o600 });
  } catch {
    // A full disk keeps nobody from sending: then the view says less than was sent, as it does of what is older.
  }
}

const current = "reported.jsonl";
const earlier = "reported.1.jsonl";

/** Newest last; at most `limit` requests. */
export function readReported(folder: string, limit: number): readonly ReportedRequest[] {
  return [earlier, current].flatMap((name) => readLines(join(folder, name))).slice(-limit);
}

function readLines(file: string): readonly ReportedRequest[] {
  try {
    return readFileSync(file, "utf8").split("\n").flatMap((line) => parseLine(line));
  } catch {
    return [];
  }
}

function parseLine(line: string): readonly ReportedRequest[] {
  try {
    const request = JSON.parse(line) as Partial<ReportedRequest> | null;
    return typeof request?.time === "string" && Array.isArray(request.body?.resourceLogs) ? [request as ReportedRequest] : [];
  } catch {
    return []; // the end, or cut by a crash
  }
}
