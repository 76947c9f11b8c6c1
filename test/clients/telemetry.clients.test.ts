/** The clients that most people use, reporting on themselves. */
import { claudeCodeClient } from "./claudeCode.ts";
import { codexClient } from "./codex.ts";
import { proveTelemetry } from "./proveTelemetry.ts";

await proveTelemetry({
  client: claudeCodeClient, without: ["DISABLE_TELEMETRY", "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC"],
  environment: ({ url }) => ({
    CLAUDE_CODE_ENABLE_TELEMETRY: "1", OTEL_LOGS_EXPORTER: "otlp", OTEL_METRICS_EXPORTER: "otlp", OTEL_EXPORTER_OTLP_PROTOCOL: "http/protobuf", OTEL_EXPORTER_OTLP_ENDPOINT: url,
    OTEL_LOGS_EXPORT_INTERVAL: "200", OTEL_LOG_USER_PROMPTS: "1", OTEL_LOG_TOOL_DETAILS: "1",
  }),
  // As docs/collector.md says it, with a program that prints what `gatelodge reporting headers` does.
  settings: { path: ".claude/settings.json", change: (_, { token }) => JSON.stringify({ otelHeadersHelper: `printf '%s' '{"Authorization":"Bearer ${token}"}'` }) },
});
await proveTelemetry({
  client: codexClient,
  settings: { path: ".codex/config.toml", change: (text, { url, token }) => `${text}\n[otel]\nlog_user_prompt = true\n[otel.exporter.otlp-http]\nendpoint = "${url}/v1/logs"\nprotocol = "binary"\nheaders = { "Authorization" = "Bearer ${token}" }\n` },
});
