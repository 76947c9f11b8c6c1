import { mayMarkFalsePositive } from "../../core/falsePositive.ts";
import type { Finding } from "../../core/request.ts";
import { createFalsePositives } from "../falsePositives.ts";
import type { ScanOptions } from "./scanJob.ts";

/** What is known of the document whose findings are asked about. */
export interface ScannedDocument {
  readonly text: string;
  /** Absent: it is no file. */
  readonly path?: string;
}

/** The findings that need somebody's attention. */
export type KeepFindings = (document: ScannedDocument, findings: readonly Finding[]) => readonly Finding[];

/**
 * The one place where a scan drops findings: those that a person marked as false, as long as every policy permits that.
 * Works on all findings of a content, cached ones too, so that a mark counts at once.
 */
export function createKeepFindings({ state, policies }: Pick<ScanOptions, "state" | "policies">): KeepFindings {
  if (state === undefined) return (_document, findings) => findings;
  const falsePositives = createFalsePositives(state);
  const isFalse = (text: string, finding: Finding) => falsePositives.has(text, finding) && policies.every((policy) => mayMarkFalsePositive(policy, finding));
  return ({ text }, findings) => findings.filter((finding) => !isFalse(text, finding));
}
