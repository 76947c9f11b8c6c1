/** One recorded request. */
interface Recorded {
  readonly id: number;
  readonly time: string;
  readonly path: string;
  readonly body: unknown;
}

export function startModelServer(options?: { readonly port?: number }): Promise<{
  readonly url: string;
  wire(): readonly Recorded[];
  stop(): Promise<void>;
}>;
