export function startCodeServer(options: {
  readonly folder: string;
  readonly extensions: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly port?: number;
  readonly args?: readonly string[];
  readonly trust?: boolean;
}): Promise<{ readonly url: string; readonly pid: number; output(): string; stop(): Promise<void> }>;
