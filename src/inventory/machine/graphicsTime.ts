import { namesIn, read } from "./procFiles.ts";

/**
 * Seconds that a process has used a graphics processor, as drivers of AMD and Intel tell: docs.kernel.org, drm-usage-stats.
 * Nvidia's own driver does not. `undefined`: no file tells.
 */
export function gpuSecondsOf(root: string, pid: number): number | undefined {
  const folder = `${root}/${pid}/fdinfo`;
  // One client of a driver may stand behind several files.
  const clients = new Map<string, number>();
  for (const name of namesIn(folder)) {
    const text = read(`${folder}/${name}`);
    const engines = [...text.matchAll(/^drm-engine-(?!capacity-)[\w-]+:\s*(\d+) ns$/gm)];
    if (engines.length > 0) clients.set(/^drm-client-id:\s*(\d+)/m.exec(text)?.[1] ?? name, engines.reduce((sum, [, nanoseconds]) => sum + Number(nanoseconds), 0));
  }
  return clients.size === 0 ? undefined : [...clients.values()].reduce((sum, each) => sum + each, 0) / 1e9;
}
