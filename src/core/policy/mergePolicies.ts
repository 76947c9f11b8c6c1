import { stricter, strictness, type Effect } from "../request.ts";
import { mergeSilence, noSilence } from "../silence/silencePermit.ts";
import { noAi, overlayAi, tightenAi } from "./mergeAi.ts";
import { mergePins, noPins } from "./pins.ts";
import { knownLabel, labelRank, offByThemselves, type LayerSource, type Origin, type Policy } from "./policy.ts";
import type { DestinationEntry, PermitEntry, PolicyDocument, ReportingEntry } from "./policyDocument.ts";

export interface Layer {
  readonly source: LayerSource;
  readonly document: PolicyDocument;
  /** Folder of a repository layer: its globs are relative to it. */
  readonly root?: string;
  /** Nobody could check who wrote it, or that it still holds, so it is no authority: it can only tighten. */
  readonly unverified?: boolean;
}

/** A wish of a layer that was not followed: shown to the person, counted, never silent. */
export interface Ignored {
  readonly layer: LayerSource;
  readonly root?: string;
  readonly path: readonly (string | number)[];
  readonly message: string;
}

export interface MergedPolicy {
  /** Everything but the hash, which needs a digest and so is added by `node/policyStore.ts`. */
  readonly policy: Omit<Policy, "hash">;
  readonly ignored: readonly Ignored[];
}

type Refuse = (path: readonly (string | number)[], message: string) => void;
type Draft = { -readonly [K in keyof Omit<Policy, "hash">]: Policy[K] };

const empty: Draft = {
  names: [], mode: "enforce", labels: ["public", "internal", "confidential", "restricted"], defaultLabel: "internal",
  otherwise: { restricted: "block", other: "warn" }, classification: [], destinations: [], rules: [], exceptions: [],
  detectorsOff: offByThemselves, quiet: [], silence: noSilence, ownPatterns: [], ownWords: [], completions: { neighbours: "suppress", lingerSeconds: 120 }, clipboard: { clearOnBlur: false }, agents: { hooksOff: "warn" }, ai: noAi, pins: noPins,
};

/**
 * Merges the layers into the policy in force. The organisation's layer may replace the built-in one (same ids, or
 * `extends: none`). Without an organisation's layer a verified machine file does the same; with one, the machine file is
 * a floor that it cannot go below. One that holds no longer is a ratchet, as every other layer is: stricter wins, a wish to loosen is ignored and reported.
 */
export function mergePolicies(layers: readonly Layer[]): MergedPolicy {
  const of = (source: LayerSource) => layers.filter((layer) => layer.source === source);
  const verified = (source: LayerSource) => of(source).filter(({ unverified }) => unverified !== true);
  const authority = verified("organisation").length > 0 ? verified("organisation") : verified("machine");
  const base = authority.some(({ document }) => document.extends === "none") ? [] : of("builtin");
  const trusted = [...base, ...authority];
  const ratchets = [...[...of("machine"), ...of("organisation")].filter((layer) => !authority.includes(layer)), ...of("user"), ...of("repository")];
  const draft = trusted.reduce<Draft>(overlay, empty);
  // What the built-in policy permits to a developer on their own ends where an organisation speaks.
  const permit = (authority.length > 0 ? authority : base).reduce<PermitEntry>((permitted, { document }) => ({ ...permitted, ...document.permit }), {});
  if (permit.overrides !== undefined) draft.overrides = permit.overrides;
  if (permit.asking !== undefined) draft.asking = permit.asking;
  const reporting = mergeReporting(of("organisation"), of("machine"));
  if (reporting !== undefined) draft.reporting = reporting;
  draft.silence = mergeSilence(base.map(toDocument), authority.map(toDocument));
  const ignored: Ignored[] = [...trusted, ...ratchets].flatMap((layer) => unknownLabels(draft, layer));
  draft.pins = [...trusted, ...ratchets].reduce((current, layer) => mergePins(current, layer.document.pin, { origin: { ...toOrigin(layer), ...(trusted.includes(layer) ? {} : { ratchet: true as const }) }, refuse: refuseOf(layer, ignored) }), noPins);
  const policy = ratchets.reduce<Draft>((current, layer) => tighten(current, layer, permit, ignored), draft);
  return { policy, ignored };
}

/** Who may write the machine file says where reports go; one that nobody could check comes last. */
function mergeReporting(organisation: readonly Layer[], machine: readonly Layer[]): ReportingEntry | undefined {
  const ordered = [...machine.filter(({ unverified }) => unverified === true), ...organisation, ...machine.filter(({ unverified }) => unverified !== true)];
  return ordered.reduce<ReportingEntry | undefined>((current, { document }) => document.reporting ?? current, undefined);
}

/** A trusted layer: what it says replaces what stood there; entries with the same id are replaced, others added. */
function overlay(draft: Draft, layer: Layer): Draft {
  const { document } = layer;
  const origin = toOrigin(layer);
  return {
    ...draft,
    names: document.name === undefined ? draft.names : [...draft.names, document.name],
    mode: document.mode ?? draft.mode,
    labels: document.labels ?? draft.labels,
    defaultLabel: document.defaultLabel ?? draft.defaultLabel,
    otherwise: { ...draft.otherwise, ...document.otherwise },
    classification: replaceById(draft.classification, document.classification, origin),
    destinations: [...withOrigin(document.destinations, origin), ...draft.destinations],
    rules: replaceById(draft.rules, document.rules, origin),
    exceptions: replaceById(draft.exceptions, document.exceptions, origin),
    ...overlayDetectors(draft, document, origin, true),
    completions: { ...draft.completions, ...document.completions },
    clipboard: { ...draft.clipboard, ...document.clipboard },
    agents: { ...draft.agents, ...document.agents },
    ai: overlayAi(draft.ai, document.ai, origin),
  };
}

function tighten(draft: Draft, layer: Layer, permit: PermitEntry, ignored: Ignored[]): Draft {
  const { document, source } = layer;
  const origin: Origin = { ...toOrigin(layer), ratchet: true };
  const verifiedFloor = source === "machine" && layer.unverified !== true;
  const refuse = refuseOf(layer, ignored);
  const keep = <T>(entries: readonly T[] | undefined, path: string, refusal: (entry: T) => string | undefined) => (entries ?? []).filter((entry, index) => {
    const message = refusal(entry);
    if (message !== undefined) refuse([path, index], message);
    return message === undefined;
  });
  refuseGlobals(draft, document, source === "machine", refuse);
  const mayExcept = verifiedFloor || permit.exceptions?.includes(source as "user") === true;
  const mayApprove = verifiedFloor || permit.approvals?.includes(source as "user") === true;
  const mayTurnOff = verifiedFloor || permit.detectorsOff?.includes(source as "user") === true;
  if (draft.silence.rules.shown.length === 0 && document.detectors?.quiet !== undefined) refuse(["detectors", "quiet"], "the organisation's policy lets nobody turn a detector down");
  if (!mayTurnOff && document.detectors?.off !== undefined) refuse(["detectors", "off"], "this layer may not turn detectors off");
  const classification = keep(document.classification, "classification", ({ label }) => {
    if (labelRank(draft, knownLabel(draft, label)) >= labelRank(draft, draft.defaultLabel)) return undefined;
    return `${label} is below the default label ${draft.defaultLabel}; a ${source} file can only raise labels`;
  });
  const destinations = keep(document.destinations, "destinations", (entry) => raisesCeiling(draft, entry));
  const rules = keep(document.rules, "rules", ({ id, effect, mode }) => {
    const known = draft.rules.find((rule) => rule.id === id);
    if (effect === "allow") return "allow loosens; a rule of this layer can only restrict";
    if (known !== undefined && strictness(effect) < strictness(known.effect)) return `${id} is ${known.effect} above; ${effect} would loosen it`;
    return mode === "monitor" && known !== undefined && known.mode !== "monitor" ? `${id} is enforced above; monitor would loosen it` : undefined;
  });
  const exceptions = keep(document.exceptions, "exceptions", () => (mayExcept ? undefined : `the organisation's policy does not permit exceptions of the ${source}`));
  return {
    ...draft,
    names: document.name === undefined ? draft.names : [...draft.names, document.name],
    mode: document.mode === "enforce" ? "enforce" : draft.mode,
    otherwise: { restricted: tighter(draft.otherwise.restricted, document.otherwise?.restricted), other: tighter(draft.otherwise.other, document.otherwise?.other) },
    classification: [...draft.classification, ...withOrigin(classification, origin)],
    destinations: [...draft.destinations, ...withOrigin(destinations, origin)],
    rules: [...draft.rules, ...withOrigin(rules, origin)],
    exceptions: [...draft.exceptions, ...withOrigin(exceptions, origin)],
    ...overlayDetectors(draft, verifiedFloor || source === "organisation" ? document : withoutOwnDetectors(document, refuse), origin, mayTurnOff),
    completions: {
      neighbours: document.completions?.neighbours === undefined || document.completions.neighbours === "allow" ? draft.completions.neighbours : document.completions.neighbours,
      lingerSeconds: Math.max(draft.completions.lingerSeconds, document.completions?.lingerSeconds ?? 0),
    },
    clipboard: { clearOnBlur: draft.clipboard.clearOnBlur || document.clipboard?.clearOnBlur === true },
    agents: { hooksOff: document.agents?.hooksOff === "deny" ? "deny" : draft.agents.hooksOff },
    ai: tightenAi(draft.ai, document.ai, origin, mayApprove, refuse),
  };
}

/** Looking for more only tightens, so `on` is for everybody; of two detectors with one name both are used. */
function overlayDetectors(draft: Draft, { detectors = {} }: PolicyDocument, origin: Origin, mayTurnOff: boolean): Pick<Draft, "detectorsOff" | "quiet" | "ownPatterns" | "ownWords"> {
  const off = new Set([...draft.detectorsOff, ...(mayTurnOff ? detectors.off ?? [] : [])]);
  for (const id of detectors.on ?? []) off.delete(id);
  return { detectorsOff: off, quiet: [...draft.quiet, ...withOrigin(detectors.quiet, origin)], ownPatterns: [...draft.ownPatterns, ...(detectors.patterns ?? [])], ownWords: [...draft.ownWords, ...(detectors.words ?? [])] };
}

/** A pattern of whoever wrote a repository would run over everything a person types: no such layer defines any. */
function withoutOwnDetectors(document: PolicyDocument, refuse: Refuse): PolicyDocument {
  const { patterns, words, ...rest } = document.detectors ?? {};
  if (patterns !== undefined) refuse(["detectors", "patterns"], "only the machine's and the organisation's policy may define patterns");
  if (words !== undefined) refuse(["detectors", "words"], "only the machine's and the organisation's policy may define words");
  return { ...document, detectors: rest };
}

function refuseGlobals(draft: Draft, document: PolicyDocument, isMachine: boolean, refuse: Refuse): void {
  const { completions, otherwise } = document;
  if (document.extends === "none") refuse(["extends"], "only the machine's and the organisation's policy may drop the built-in default");
  if (document.mode === "monitor" && draft.mode === "enforce") refuse(["mode"], "the policy above is enforced; monitor would loosen it");
  if (document.labels !== undefined && document.labels.join() !== draft.labels.join()) refuse(["labels"], "only the machine's and the organisation's policy may define labels");
  if (document.defaultLabel !== undefined && document.defaultLabel !== draft.defaultLabel) refuse(["defaultLabel"], "only the machine's and the organisation's policy may set the default label");
  if (document.reporting !== undefined && !isMachine) refuse(["reporting"], "only the machine's and the organisation's policy may say what is reported and where to");
  if (document.organisation !== undefined && !isMachine) refuse(["organisation"], "only the machine file may say whose policy counts");
  if (document.permit !== undefined) refuse(["permit"], "only the machine's and the organisation's policy may permit");
  if (otherwise?.restricted !== undefined && strictness(otherwise.restricted) < strictness(draft.otherwise.restricted)) refuse(["otherwise", "restricted"], `is ${draft.otherwise.restricted} above`);
  if (otherwise?.other !== undefined && strictness(otherwise.other) < strictness(draft.otherwise.other)) refuse(["otherwise", "other"], `is ${draft.otherwise.other} above`);
  if (completions?.neighbours === "allow" && draft.completions.neighbours !== "allow") refuse(["completions", "neighbours"], `is ${draft.completions.neighbours} above`);
  if (completions?.lingerSeconds !== undefined && completions.lingerSeconds < draft.completions.lingerSeconds) refuse(["completions", "lingerSeconds"], `is ${draft.completions.lingerSeconds} above`);
  if (document.clipboard?.clearOnBlur === false && draft.clipboard.clearOnBlur) refuse(["clipboard", "clearOnBlur"], "is true above");
  if (document.agents?.hooksOff === "warn" && draft.agents.hooksOff === "deny") refuse(["agents", "hooksOff"], "is deny above");
}

function raisesCeiling(draft: Draft, entry: DestinationEntry): string | undefined {
  const same = draft.destinations.find(({ assistants, kind }) => kind === entry.kind && (assistants ?? []).join() === (entry.assistants ?? []).join());
  if (same === undefined || labelRank(draft, entry.ceiling) <= labelRank(draft, same.ceiling)) return undefined;
  return `the ceiling is ${same.ceiling} above; ${entry.ceiling} would raise it`;
}

/** Labels that the policy does not define count as the highest (see `knownLabel`), as a ceiling as the lowest; the layer is told. */
function unknownLabels(draft: Draft, { source, document, root }: Layer): readonly Ignored[] {
  const named = [
    ...(document.labels === undefined && document.defaultLabel === undefined ? [] : [{ label: draft.defaultLabel, path: ["defaultLabel"] }]),
    ...(document.classification ?? []).map(({ label }, index) => ({ label, path: ["classification", index, "label"] })),
    ...(document.destinations ?? []).map(({ ceiling }, index) => ({ label: ceiling, path: ["destinations", index, "ceiling"] })),
    ...(document.ai?.approved ?? []).flatMap(({ ceiling }, index) => (ceiling === undefined ? [] : [{ label: ceiling, path: ["ai", "approved", index, "ceiling"] }])),
    ...(document.rules ?? []).flatMap(({ when }, index) => (when.labels ?? []).map((label, at) => ({ label, path: ["rules", index, "when", "labels", at] }))),
  ];
  return named.filter(({ label }) => labelRank(draft, label) < 0)
    .map(({ label, path }) => ({ layer: source, ...(root === undefined ? {} : { root }), path, message: `${label} is not a label of the policy; labels are ${draft.labels.join(", ")}` }));
}

const refuseOf = ({ source, root }: Layer, ignored: Ignored[]): Refuse => (path, message) => void ignored.push({ layer: source, ...(root === undefined ? {} : { root }), path, message });
const toDocument = ({ document }: Layer) => document;
const toOrigin = ({ source, root }: Layer): Origin => (root === undefined ? { source } : { source, root });
const withOrigin = <T extends object>(entries: readonly T[] | undefined, origin: Origin) => (entries ?? []).map((entry) => ({ ...entry, origin }));
const tighter = (current: Effect, wish: Effect | undefined) => (wish === undefined ? current : stricter(current, wish));

function replaceById<T extends { readonly id: string }>(current: readonly (T & { readonly origin: Origin })[], entries: readonly T[] | undefined, origin: Origin) {
  const added = withOrigin(entries, origin);
  const replaced = new Set(added.map(({ id }) => id));
  return [...current.filter(({ id }) => !replaced.has(id)), ...added];
}
