/**
 * Commands of the editor that send what stands in a chat input, as package.json binds their keys to ours (VS Code 1.139:
 * keys and conditions are those of the editor's own bindings). The first two are the send button in Ask and in Agent mode.
 */
export const submitCommands = [
  "workbench.action.chat.submit",
  "workbench.action.edits.submit",
  "workbench.action.chat.submitWithCodebase",
  "workbench.action.chat.submitWithoutDispatching",
  "workbench.action.chat.queueMessage",
  "workbench.action.chat.steerWithMessage",
  "workbench.action.chat.sendToNewChat",
  "workbench.action.chat.askInSideChat",
] as const;

export function isSubmitCommand(id: unknown): id is (typeof submitCommands)[number] {
  return submitCommands.some((known) => known === id);
}
