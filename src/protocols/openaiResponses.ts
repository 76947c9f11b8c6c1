import { objectsOf, textAt, type Json, type Protocol, type ShownText } from "./protocol.ts";

/** OpenAI's responses: platform.openai.com, API reference, streaming events. A text is told in pieces, then whole, part by part. */
export const openaiResponses: Protocol = {
  id: "openai-responses",
  paths: ["/v1/responses", "/responses"],
  pieces: "sse",
  shownTexts: (answer) => {
    if (answer["type"] === "response.output_text.delta") return textAt(answer, `${String(answer["output_index"])} ${String(answer["content_index"])}`, ["delta"]);
    return wholeTexts(answer).map((text) => ({ ...text, whole: true }));
  },
  refusal: (message) => ({ error: { message, type: "invalid_request_error", param: null, code: "gatelodge_policy" } }),
};

function wholeTexts(answer: Json): readonly ShownText[] {
  const stream = `${String(answer["output_index"])} ${String(answer["content_index"])}`;
  if (answer["type"] === "response.output_text.done") return textAt(answer, `${stream} done`, ["text"]);
  if (answer["type"] === "response.content_part.done") return textAt(answer, `${stream} part`, ["part", "text"]);
  if (answer["type"] === "response.output_item.done") return textsOfItem(answer, ["item"], `${stream} item`);
  const response: readonly string[] = answer["type"] === "response.completed" ? ["response"] : [];
  const whole = response.length === 0 ? answer : (answer["response"] as Json | undefined);
  return objectsOf(whole?.["output"]).flatMap((_, at) => textsOfItem(answer, [...response, "output", at], `output ${at}`));
}

function textsOfItem(answer: unknown, path: readonly (string | number)[], stream: string) {
  const item = path.reduce<unknown>((value, key) => (value as Record<string | number, unknown> | undefined)?.[key], answer) as Readonly<Record<string, unknown>> | undefined;
  return objectsOf(item?.["content"]).flatMap(({ type }, at) => (type === "output_text" ? textAt(answer, `${stream} ${at}`, [...path, "content", at, "text"]) : []));
}
