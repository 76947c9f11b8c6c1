/** 100,000 mixed requests through the gateway program; 5,000 others are a unit test. By itself: node_modules/node/bin/node test/bench/gatewayLeaks.bench.ts */
import { countLeaks } from "../gateway/countLeaks.ts";
import { startGateway } from "../gateway/startGateway.ts";
import { report } from "./report.ts";

const gateway = await startGateway();
gateway.answer((_, response) => void response.end("{}"));
const { sent, leaked, changed, refused } = await countLeaks(gateway, 100_000, 11_261_125);
await gateway.stop();
report({ name: "gateway, secrets that arrive, of 100,000 mixed requests", value: leaked.length, unit: "leaks", atMost: 0 });
report({ name: "gateway, harmless requests that arrive changed", value: changed, unit: "requests", atMost: 0 });
report({ name: "gateway, mixed requests that were sent and not refused", value: sent - refused, unit: "requests" });
