import { knownAssistants } from "../../../assistants/known.ts";

export interface KnownExtension {
  readonly name: string;
  /** Of our catalogue, where we know more of it than its name. */
  readonly assistant?: string;
}

/** AI extensions of which nothing more is known here than what they are, as the galleries have them. By publisher. */
const others: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "aamiramin": { "claudeforever": "Claude Forever" },
  "abhishekbhakat": { "ralph-loop-for-antigravity": "Ralph Loop for Antigravity" },
  "alibaba-cloud": { "tongyi-lingma": "Qoder CN (Lingma)" },
  "aminer": { "codegeex": "CodeGeeX" },
  "andrewbutson": { "vscode-openai": "vscode-openai" },
  "anhuizhuojiantechnology": { "iflycode": "iFlyCode" },
  "atlassian": { "atlascode": "Atlassian (Rovo Dev)" },
  "automatalabs": { "copilot-mcp": "Copilot MCP" },
  "baiducomate": { "comate": "Comate" },
  "bini": { "vscode-gemini-assistant": "Gemini Assistant" },
  "bito": { "bito": "Bito" },
  "blackboxapp": { "blackbox": "Blackbox AI" },
  "builder": { "builder": "Builder.io Fusion" },
  "coderabbit": { "coderabbit-vscode": "CodeRabbit" },
  "danielsanmedium": { "dscodegpt": "CodeGPT" },
  "doublebot": { "doublebot": "Double" },
  "feiskyer": { "chatgpt-copilot": "ChatGPT Copilot" },
  "fittentech": { "fitten-code": "Fitten Code" },
  "gencay": { "vscode-chatgpt": "ChatGPT (gencay)" },
  "genieai": { "chatgpt-vscode": "Genie AI" },
  "huaweicloud": { "vscode-codebot": "CodeArts Agent" },
  "huggingface": { "huggingface-vscode": "llm-vscode", "huggingface-vscode-chat": "Hugging Face models for Copilot Chat" },
  "ibm": { "wca-core": "watsonx Code Assistant" },
  "kodu-ai": { "claude-dev-experimental": "Azad Coder" },
  "kombai": { "kombai": "Kombai" },
  "marscode": { "marscode-extension": "MarsCode (Trae)" },
  "meshintelligenttechnologiesinc": { "pieces-vscode": "Pieces" },
  "mintlify": { "document": "Mintlify Doc Writer" },
  "moonshot-ai": { "kimi-code": "Kimi Code" },
  "ms-azuretools": { "vscode-ai-foundry": "Azure AI Foundry", "vscode-azure-github-copilot": "GitHub Copilot for Azure", "vscode-azure-mcp-server": "Azure MCP Server" },
  "ms-dotnettools": { "upgrade-agent": "GitHub Copilot upgrade for .NET" },
  "ms-windows-ai-studio": { "windows-ai-studio": "Foundry Toolkit" },
  "nicepkg": { "aide-pro": "Aide" },
  "peterbulyaki": { "claude-automator": "Claude Automator" },
  "phind": { "phind": "Phind" },
  "pythagora": { "gpt-pilot-vs-code": "Pythagora" },
  "robertpiosik": { "gemini-coder": "Code Web Chat" },
  "rubberduck": { "rubberduck-vscode": "Rubberduck" },
  "salesforce": { "salesforcedx-einstein-gpt": "Agentforce Vibes" },
  "shengsuan-cloud": { "cline-shengsuan": "DSH Cline" },
  "sitoi": { "ai-commit": "AI Commit" },
  "sixth": { "sixth-ai": "Sixth AI" },
  "smallcloud": { "codify": "Refact.ai" },
  "taldennis-unfoldai-chatgpt-copilot": { "unfoldai": "Unfold AI" },
  "tencent-cloud": { "coding-copilot": "CodeBuddy" },
  "traycer": { "traycer-vscode": "Traycer" },
  "venthe": { "fauxpilot": "FauxPilot" },
  "vizards": { "deepseek-v4-for-copilot": "DeepSeek V4 for Copilot Chat" },
  "vscjava": { "vscode-java-upgrade": "Copilot app modernization for Java" },
  "zencoderai": { "zencoder": "Zencoder" },
};

/** Every AI extension we know, by its id in lower case. */
export const knownExtensions: ReadonlyMap<string, KnownExtension> = new Map([
  ...Object.entries(others).flatMap(([publisher, names]) => Object.entries(names).map(([id, name]): [string, KnownExtension] => [`${publisher}.${id}`, { name }])),
  ...knownAssistants.flatMap(({ id, name, extensions = [] }) => extensions.map((extension): [string, KnownExtension] => [extension.toLowerCase(), { name, assistant: id }])),
]);
