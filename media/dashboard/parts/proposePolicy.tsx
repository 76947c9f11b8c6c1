import { useState } from "preact/hooks";
import type { PolicyProblem } from "../../../src/core/dashboard/administration.ts";
import { useMay } from "../session.ts";
import { useWriting } from "../useWriting.ts";
import { textsOf } from "./field.tsx";
import { PolicyPreview } from "./policyPreview.tsx";

/** A text for the next version; a second person publishes it. */
export function ProposePolicy({ current, changed }: { readonly current: string; readonly changed: () => void }) {
  const [yaml, setYaml] = useState<string>();
  const checking = useWriting();
  const proposing = useWriting();
  const [problems, setProblems] = useState<readonly PolicyProblem[]>();
  if (!useMay("editor")) return null;
  const text = yaml ?? (current === "" ? "version: 1\n" : current);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { note = "", percent = "100" } = textsOf(event.currentTarget);
    void proposing.write("/api/policies", { method: "POST", body: { yaml: text, note, percent: Number(percent) } }, () => {
      setYaml(undefined);
      setProblems(undefined);
      changed();
    });
  };
  const found = problems ?? (proposing.body["problems"] as readonly PolicyProblem[] | undefined);
  return <section>
    <h2>Propose a change</h2>
    <form class="form wide-form" onSubmit={submit}>
      <label>Policy<textarea name="yaml" rows={16} spellcheck={false} value={text} onInput={({ currentTarget }) => {
        setYaml(currentTarget.value);
        setProblems(undefined);
      }} /></label>
      {found !== undefined && <Problems problems={found} />}
      <label>Why<input type="text" name="note" maxLength={500} required /></label>
      <label>For how many of the machines at first, in per cent<input type="number" name="percent" min={1} max={100} defaultValue="100" required /></label>
      <p class="actions">
        <button type="button" disabled={checking.busy} onClick={() => void checking.write<{ readonly problems: readonly PolicyProblem[] }>("/api/policies/check", { method: "POST", body: { yaml: text } }, (value) => setProblems(value.problems))}>Check</button>
        <button type="submit" class="main" disabled={proposing.busy}>Propose</button>
      </p>
      {[checking.trouble, proposing.trouble].filter((trouble) => trouble !== "").map((trouble) => <p key={trouble} role="alert" class="trouble">It was not done: {trouble}.</p>)}
    </form>
    <PolicyPreview current={current} yaml={text} />
  </section>;
}

function Problems({ problems }: { readonly problems: readonly PolicyProblem[] }) {
  if (problems.length === 0) return <p role="status">No problem was found.</p>;
  return <ul class="problems" role="status">{problems.map(({ line, column, message, ignored }) => <li key={`${line}:${column}:${message}`}>Line {line}, column {column}: {message}{ignored ? " (would be ignored)" : ""}</li>)}</ul>;
}
