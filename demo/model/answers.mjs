/** What the scripted model says. Plausible, and the same each time, so that a demo and a test can rely on it. */

/** Code by what stands before the cursor; the first that fits wins. */
const completions = [
  [/^\s*(const|let)\s+\w+\s*=\s*$/, "await loadOrders();"],
  [/^\s*(export\s+)?(async\s+)?function\s*$/, " refund(order: Order): boolean {"],
  [/^\s*(return)\s*$/, "orders.length > 0;"],
  [/^\s*(\/\/|#).*$/, " checks the total before the order is sent"],
  [/^\w+=\S*$/, "suggested-by-the-model"],
  [/^\s*def\s*$/, " discount(quote: Quote) -> float:"],
];
const fallback = "suggestedByTheModel();";

const lastLine = (text) => text.slice(text.lastIndexOf("\n") + 1);
const completionAfter = (prefix) => completions.find(([before]) => before.test(lastLine(prefix)))?.[1] ?? fallback;

/** Both APIs allow a message's content to be a list of parts. */
const textOf = (content) => (Array.isArray(content) ? content.map((part) => part.text ?? "").join("") : String(content ?? ""));

function chatAnswer({ messages = [] }) {
  const texts = messages.map((message) => textOf(message.content));
  const lines = texts.join("\n").split("\n").length;
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const question = texts.at(-1)?.split("\n").find((line) => line.trim()) ?? "";
  return `You asked: "${question.slice(0, 120)}". I am a scripted model, so I only count: ${characters} characters in ${lines} lines reached me. The Wire view shows each of them.`;
}

const completion = (body) => completionAfter(String(body.prompt ?? ""));

/** Endpoint → the form of its reply, and the text for a request body. */
export const answers = {
  "POST /v1/chat/completions": { form: "openaiChat", text: chatAnswer },
  "POST /v1/completions": { form: "openaiCompletion", text: completion },
  "POST /api/chat": { form: "ollamaChat", text: chatAnswer },
  "POST /api/generate": { form: "ollamaGenerate", text: completion },
};
