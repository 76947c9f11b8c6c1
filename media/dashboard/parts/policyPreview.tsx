import { useState } from "preact/hooks";
import type { PolicyPreviewView } from "../../../src/core/dashboard/views.ts";
import { useWriting } from "../useWriting.ts";
import { toNumber } from "../words.ts";
import { FigureTable } from "./figureTable.tsx";

const kinds = { changed: "changed", gone: "taken out", added: "new" } as const;

/** How much of what happened in the last 28 days was decided by rules that a text changes. */
export function PolicyPreview({ current, yaml }: { readonly current: string; readonly yaml: string }) {
  const { busy, trouble, write } = useWriting();
  const [view, setView] = useState<PolicyPreviewView>();
  return <div>
    <button type="button" disabled={busy} onClick={() => void write<PolicyPreviewView>("/api/policies/preview", { method: "POST", body: { current, yaml } }, setView)}>Preview against the last 28 days</button>
    {trouble !== "" && <p role="alert" class="trouble">It cannot be previewed: {trouble}.</p>}
    {view !== undefined && <>
      <p role="status">{toNumber(view.touched)} of {toNumber(view.decisions)} decisions were made by rules that it changes or takes out. What a new rule would have decided is not known: reports hold no content.</p>
      {view.mode !== undefined && <p>It {view.mode === "monitor" ? "only records: nothing is stopped any more" : "enforces what was only recorded"}.</p>}
      <FigureTable caption="Rules that change" heads={["Rule", "Is", "Decisions, 28 days"]} words={2} empty="No rule changes." rows={view.rules.map(({ rule, kind, count }) => [rule, kinds[kind], kind === "added" ? "not known" : toNumber(count)])} />
    </>}
  </div>;
}
