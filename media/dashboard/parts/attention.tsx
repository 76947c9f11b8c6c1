import { deviceStates, type OverviewView } from "../../../src/core/dashboard/views.ts";
import { eventWord, stateWords, toNumber } from "../words.ts";

/** Events about the guard that somebody should look at. */
const telling = ["gatelodge.policy.rejected", "gatelodge.loss", "gatelodge.error"] as const;
const tellingMeans: Readonly<Record<(typeof telling)[number], string>> = {
  "gatelodge.policy.rejected": "A machine was offered a policy that does not count.",
  "gatelodge.loss": "Events were lost before they could be sent.",
  "gatelodge.error": "A part of ours failed; the policy's otherwise decided.",
};

/** What somebody should look into, the most serious first, each with the way there. */
export function Attention({ view }: { readonly view: OverviewView }) {
  const states = deviceStates.filter((state) => state !== "fine" && state !== "revoked" && view.states[state] > 0).map((state) => ({ href: `/devices?state=${state}`, count: view.states[state], unit: "machines", ...stateWords[state] }));
  const events = telling.filter((name) => (view.guard[name] ?? 0) > 0).map((name) => ({ href: `/events?name=${name}`, count: view.guard[name] ?? 0, unit: "events, 7 days", word: eventWord(name), means: tellingMeans[name] }));
  const all = [...states, ...events];
  if (all.length === 0) return <p class="empty">Nothing. Every machine that is enrolled is heard and guarded.</p>;
  return <ul class="attention">{all.map(({ href, count, unit, word, means }) => <li key={href}><a href={href}><strong>{word}</strong><span class="number">{toNumber(count)} {unit}</span></a><p class="note">{means}</p></li>)}</ul>;
}
