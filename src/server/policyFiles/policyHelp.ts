import { CompletionRequest, HoverRequest, type ClientCapabilities, type Connection, type ServerCapabilities } from "vscode-languageserver";

const triggerCharacters = [" ", ":", "-", "["];
const documentSelector = ["**/gatelodge.yaml", "**/{G,g}atelodge/policy.yaml", "**/{G,g}atelodge/managed.json"].map((pattern) => ({ pattern }));

/**
 * Announces completion and hover: for policy files only where the client lets us say so, since elsewhere every key in
 * every document would be asked about; for all documents where it does not.
 */
export function createPolicyHelp() {
  const state = { dynamic: false };
  return {
    capabilities: ({ textDocument }: ClientCapabilities): ServerCapabilities => {
      state.dynamic = textDocument?.completion?.dynamicRegistration === true && textDocument.hover?.dynamicRegistration === true;
      return state.dynamic ? {} : { completionProvider: { triggerCharacters }, hoverProvider: true };
    },
    register: async ({ client }: Connection): Promise<void> => {
      if (!state.dynamic) return;
      await client.register(CompletionRequest.type, { documentSelector, triggerCharacters });
      await client.register(HoverRequest.type, { documentSelector });
    },
  };
}
