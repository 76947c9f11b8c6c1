/** The other clients that report on themselves. */
import { geminiClient } from "../gemini.ts";
import { proveTelemetry, type ReportingClient } from "../proveTelemetry.ts";
import { qwenCodeClient } from "../qwenCode.ts";

const reporting = (folder: string): Pick<ReportingClient, "environment" | "settings"> => ({
  environment: ({ token }) => ({ OTEL_EXPORTER_OTLP_HEADERS: `Authorization=Bearer ${token}` }),
  settings: { path: `${folder}/settings.json`, change: (text, { url }) => JSON.stringify({ ...(JSON.parse(text === "" ? "{}" : text) as object), telemetry: { enabled: true, target: "local", otlpEndpoint: url, otlpProtocol: "http", logPrompts: true } }) },
});

await proveTelemetry({ client: geminiClient, ...reporting(".gemini") });
await proveTelemetry({ client: qwenCodeClient, ...reporting(".qwen") });
