export function startCollector(folder: string, machines: number): Promise<{ readonly url: string; readonly adminToken: string; readonly stop: () => Promise<void> }>;
