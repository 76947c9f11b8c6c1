/**
 * How an assistant reports on itself by OpenTelemetry, as far as it is counted. Names of events are without what stands before
 * the last dot: `claude_code.user_prompt`, and `user_prompt` where the attribute `event.name` is short.
 */
export interface OwnTelemetry {
  /** Its `service.name`, or what stands before a `_` or `-` in it. */
  readonly service: string;
  /** One for each prompt, request to a model, and call of a tool. */
  readonly prompt: string;
  readonly request: string;
  readonly tool: string;
}

export type TelemetryActivity = Exclude<keyof OwnTelemetry, "service">;
export const telemetryActivities = ["prompt", "request", "tool"] as const satisfies readonly TelemetryActivity[];
