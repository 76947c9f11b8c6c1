import { fieldsOf, textIn } from "../../../assistants/hooks/fields.ts";

/** What an extension's own description says of what it does with AI. */
export interface Described {
  readonly name?: string;
  readonly version?: string;
  readonly evidence: readonly string[];
  readonly risks: readonly string[];
}

/** Points of VS Code to which only extensions with AI contribute (code.visualstudio.com/api/references/contribution-points). */
const points = ["chatParticipants", "languageModelChatProviders", "languageModelTools", "languageModelToolSets", "mcpServerDefinitionProviders", "chatSessions", "chatAgents", "chatPromptFiles", "chatInstructions", "chatSkills"] as const;
const libraries = ["openai", "@anthropic-ai/sdk", "@anthropic-ai/claude-agent-sdk", "@google/generative-ai", "@google/genai", "@mistralai/mistralai", "ollama", "groq-sdk", "langchain", "@langchain/core", "@modelcontextprotocol/sdk", "node-llama-cpp", "@github/copilot-sdk", "@openai/codex-sdk"];
const categories = ["AI", "Chat"];
const anySign = new RegExp(`"(?:${[...points, ...libraries, ...categories].map((word) => word.replaceAll("/", "\\/")).join("|")})"|onLanguageModelTool|onChatParticipant|onLanguageModelChat`);

/** Whether it is worth while to read an extension's description: most have none of these words. */
export const hasSign = (text: string): boolean => anySign.test(text);

/** Without evidence it is no AI tool, as far as it says. */
export function describeExtension(manifest: unknown): Described {
  const fields = fieldsOf(manifest);
  const contributed = fieldsOf(fields["contributes"]);
  const said = points.filter((point) => isFilled(contributed[point]));
  const events = textsIn(fields["activationEvents"]).filter((event) => /^on(?:LanguageModelTool|ChatParticipant|LanguageModelChat)/.test(event));
  const used = libraries.filter((library) => library in fieldsOf(fields["dependencies"]));
  const called = textsIn(fields["categories"]).filter((category) => categories.includes(category));
  const name = textIn(manifest, "displayName") ?? textIn(manifest, "name");
  const version = textIn(manifest, "version");
  return {
    ...(name === undefined ? {} : { name }), ...(version === undefined ? {} : { version }),
    evidence: [...said.map((point) => `contributes ${point}`), ...(said.length === 0 && events.length > 0 ? ["is started by chat or its tools"] : []), ...used.map((library) => `uses the library ${library}`), ...called.map((category) => `calls itself ${category}`)],
    risks: said.includes("mcpServerDefinitionProviders") ? ["brings tool servers of its own"] : [],
  };
}

const isFilled = (value: unknown) => (Array.isArray(value) ? value.length > 0 : typeof value === "object" && value !== null);
const textsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : []);
