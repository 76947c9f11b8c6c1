import { shownEffects, smallestGroup, type AiGroup, type AiView } from "../../../src/core/dashboard/views.ts";
import { FigureTable } from "../parts/figureTable.tsx";
import { Loading } from "../parts/loading.tsx";
import { useView } from "../useView.ts";
import { effectWords, toNumber } from "../words.ts";

export function AiPage() {
  const loaded = useView<AiView>("/api/ai");
  return <>
    <h1>AI in use</h1>
    <p>The last 28 days. Of a group of fewer than {smallestGroup} machines only the name is told, since its figures would be somebody's.</p>
    <Loading loaded={loaded}>{(view) => <Use view={view} />}</Loading>
  </>;
}

function Use({ view }: { readonly view: AiView }) {
  const heads = ["Machines", ...shownEffects.map((effect) => effectWords[effect].word)];
  const known = view.assistants.filter(({ id }) => id !== "other");
  return <>
    <section><h2>Assistants</h2><FigureTable caption="Assistants of the catalogue" heads={["Assistant", "Policy", ...heads, "Requests (own telemetry)"]} words={2} empty="No assistant was reported." rows={known.map((group) => [<a href={`/events?name=gatelodge.decision&assistant=${encodeURIComponent(group.id)}`}>{group.id}</a>, <Standing standing={group.standing ?? "unknown"} />, ...toCells(group), group.requests === undefined ? <span class="note">not told</span> : toNumber(group.requests)])} /></section>
    <section>
      <h2>Unknown assistants</h2>
      <p class="note">They are in no catalogue. Their names are not told: each is a keyed hash, the same on all machines.</p>
      <FigureTable caption="Assistants in no catalogue" heads={["Keyed hash", "Machines"]} empty="None was reported." rows={view.unknown.map((group) => [<code>{group.id}</code>, toDevices(group)])} />
    </section>
    <section><h2>Ways</h2><FigureTable caption="Ways on which content travels to assistants" heads={["Way", ...heads]} empty="None was reported." rows={view.channels.map((group) => [group.id, ...toCells(group)])} /></section>
    <section>
      <h2>Found on machines</h2>
      <p class="note">Told once a day by machines on which an editor runs: models by their family, tool servers by their package. What is in no catalogue is a keyed hash. On one machine <code>gatelodge inventory</code> lists the names.</p>
      <FigureTable caption="AI that was found on machines" heads={["What", "Name", "Policy, last 7 days", "Machines", "Denied on"]} words={3} empty="None was reported." rows={view.items.map((item) => [kindWords[item.kind] ?? item.kind, <code>{item.id}</code>, item.isDenied ? <Standing standing="denied" /> : "not denied", toDevices(item), item.denied === undefined ? <span class="note">not told</span> : toNumber(item.denied)])} />
    </section>
  </>;
}

const kindWords: Readonly<Record<string, string>> = { runtime: "Model server", model: "Model", editor: "Editor", extension: "Extension", agent: "Agent", mcpServer: "MCP server" };
const standingWords = { approved: "approved", denied: "denied", unknown: "says nothing of it" } as const;
const Standing = ({ standing }: { readonly standing: keyof typeof standingWords }) => <span class={standing === "unknown" ? "note" : `mark standing-${standing}`}>{standingWords[standing]}</span>;

const toDevices = ({ devices }: Pick<AiGroup, "devices">) => (devices === undefined ? `under ${smallestGroup}` : toNumber(devices));
const toCells = (group: AiGroup) => [toDevices(group), ...shownEffects.map((effect) => (group.effects === undefined ? <span class="note">not told</span> : toNumber(group.effects[effect])))];
