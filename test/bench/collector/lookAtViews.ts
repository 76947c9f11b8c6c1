import type { Views } from "../../../src/collector/views/views.ts";
import { reportPercentiles } from "../report.ts";

/** Times every page's questions; a page that is asked for the first time counts, too. */
export async function lookAtViews(engine: string, views: Views, now: number): Promise<void> {
  const asOf = { now, revoked: [] };
  const looks: Readonly<Record<string, () => Promise<unknown>>> = {
    overview: () => views.overview(asOf), "AI in use": () => views.ai("", now), events: () => views.events({}, now), "events of a rule": () => views.events({ subject: "secrets" }, now),
    "events of a rare kind": () => views.events({ name: "gatelodge.loss" }, now), "events that no one fits": () => views.events({ name: "gatelodge.loss", channel: "chat" }, now),
    machines: () => views.devices.list({ page: 1 }, asOf), "silent machines": () => views.devices.list({ page: 1, state: "silent" }, asOf), "one machine": () => views.devices.one("device-7", asOf), "a preview": () => views.preview("", "version: 1\nmode: monitor\n", now),
  };
  for (const [name, look] of Object.entries(looks)) {
    const samples: number[] = [];
    for (let run = 0; run < 20; run += 1) {
      const start = performance.now();
      await look();
      samples.push(performance.now() - start);
    }
    reportPercentiles(`${engine}: ${name}`, "ms", samples, { of: 95, atMost: 300 });
  }
}
