import { objects, openEvents, sendJson, textOf, type ApiBody, type ModelApi } from "./reply.ts";

const usageMetadata = { promptTokenCount: 100, candidatesTokenCount: 20, totalTokenCount: 120 };

/** POST /v1beta/models/NAME:generateContent, whole, or :streamGenerateContent. */
export const gemini: ModelApi = {
  path: /:(?:streamGenerateContent|generateContent)$/,
  read: ({ tools, contents }) => ({
    offered: objects(tools).flatMap(({ functionDeclarations }) => objects(functionDeclarations)).map(({ name }) => textOf(name)),
    results: objects(contents).flatMap(({ parts }) => objects(parts)).filter((part) => "functionResponse" in part).length,
  }),
  write: ({ generationConfig }, { calls, text }, response, newId, path) => {
    const shape = (generationConfig as ApiBody | undefined)?.["responseJsonSchema"] ?? (generationConfig as ApiBody | undefined)?.["responseSchema"];
    const said = shape === undefined ? text : JSON.stringify(example(shape as ApiBody));
    const parts = [...(said === "" ? [] : [{ text: said }]), ...calls.map(({ name, input }) => ({ functionCall: { name, args: input, id: newId("call") }, thoughtSignature: "c2ln" }))];
    const whole = { candidates: [{ content: { role: "model", parts }, finishReason: "STOP", index: 0 }], usageMetadata, modelVersion: "scripted", responseId: newId("resp") };
    if (!path.endsWith(":streamGenerateContent")) return sendJson(response, whole);
    openEvents(response)(whole);
    response.end();
    return undefined;
  },
};

/** Side questions (which model, who speaks next) want an object of a shape that they name. */
function example({ properties }: ApiBody): object {
  return Object.fromEntries(Object.entries((properties ?? {}) as Record<string, ApiBody>).map(([key, { type, enum: choices }]) => {
    const kind = textOf(type).toLowerCase();
    return [key, Array.isArray(choices) ? (choices[0] as unknown) : kind === "number" || kind === "integer" ? 1 : kind === "boolean" ? false : "x"];
  }));
}
