import { addFindings } from "../../core/detect/detectMore.ts";
import { createSteeringDetect, steeringId } from "../../core/detect/steering/steeringText.ts";
import { isInstructionFile } from "../../core/instructionFiles.ts";
import { createFingerprints } from "../baseline/fingerprint.ts";
import { decodeText } from "../decodeText.ts";
import { detectorsOff } from "./detectorsOff.ts";
import { createKeepFindings, noneDropped } from "./keptFindings.ts";
import { locateFindings } from "./locateFindings.ts";
import { createReadDocument } from "./readDocument.ts";
import { readScanCache, toCacheKey } from "./scanCache.ts";
import type { CacheEntry, ScanJob, ScanOptions, ScanOutcome } from "./scanJob.ts";
import { createScanText } from "./scanText.ts";

/** Looks through one document. Runs in a thread of its own, which may be ended at any time. */
export function createScanOne(options: ScanOptions): (job: ScanJob) => Promise<ScanOutcome> {
  const scanText = createScanText(options);
  const findSteering = detectorsOff(options.policies).has(steeringId) ? () => [] : createSteeringDetect();
  const keep = createKeepFindings(options);
  const readDocument = createReadDocument(options.maxBytes);
  const cache = options.cache === undefined ? undefined : readScanCache(options.cache.file, options.cache.rules);

  const toScanned = async (text: string, path: string | undefined, known?: CacheEntry, key?: string): Promise<ScanOutcome> => {
    // Not in the cache, which knows contents: only where a file lies makes it an instruction.
    const cached = known?.findings ?? (await scanText(text));
    const all = addFindings(cached, mayInstruct(path) ? findSteering(text) : []);
    const { kept, dropped } = keep(path === undefined ? { text } : { text, path }, all);
    const fingerprint = options.fingerprintSalt === undefined ? undefined : createFingerprints(options.fingerprintSalt, text, all);
    const located = locateFindings(text, kept);
    return { kind: "scanned", findings: fingerprint === undefined ? located : located.map((finding, index) => ({ ...finding, fingerprint: fingerprint(kept[index] ?? finding) })), dropped, ...(key === undefined ? {} : { cached: { key, findings: cached } }) };
  };
  const scanBytes = async (bytes: Uint8Array, path?: string, name = path): Promise<ScanOutcome> => {
    const key = cache === undefined || path === undefined ? undefined : toCacheKey(bytes);
    const findings = key === undefined ? undefined : cache?.get(key);
    // Most files are clean and known: nothing to decode, nothing to locate.
    if (key !== undefined && findings?.length === 0 && !mayInstruct(path)) return { kind: "scanned", findings: [], dropped: noneDropped, cached: { key, findings } };
    const text = decodeText(bytes);
    if (text === undefined) return { kind: "skipped", what: "binary" };
    return toScanned(text, name, key !== undefined && findings !== undefined ? { key, findings } : undefined, key);
  };
  return async (job) => {
    if ("text" in job) return toScanned(job.text, undefined);
    if ("bytes" in job) return job.bytes.length > options.maxBytes ? { kind: "unscanned", why: "it is too large" } : scanBytes(job.bytes, undefined, job.name);
    const read = readDocument(job.path);
    return read instanceof Uint8Array ? scanBytes(read, job.path) : read;
  };
}

/** Whether assistants take the file for instructions. */
const mayInstruct = (path: string | undefined): boolean => path !== undefined && isInstructionFile([path.replaceAll("\\", "/")]);
