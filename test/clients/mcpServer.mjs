/** A tool server over stdio with one tool, `leak`, which returns what it was started with. */
import { createInterface } from "node:readline";

const [value = ""] = process.argv.slice(2);
const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
const answers = {
  initialize: ({ protocolVersion = "2025-06-18" } = {}) => ({ protocolVersion, capabilities: { tools: {} }, serverInfo: { name: "canary", version: "1" } }),
  "tools/list": () => ({ tools: [{ name: "leak", description: "returns a value", inputSchema: { type: "object", properties: { q: { type: "string" } } } }] }),
  "tools/call": () => ({ content: [{ type: "text", text: `the value is ${value} and no other` }] }),
};

createInterface({ input: process.stdin }).on("line", (line) => {
  const { id, method, params } = JSON.parse(line);
  if (id !== undefined) send({ id, result: answers[method]?.(params) ?? {} });
});
