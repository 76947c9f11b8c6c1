/** The text of a plugin as an installation writes it: the built one with the hook's commands in it, by event: program and arguments. */
export function toPluginText(built: string, commands: Readonly<Record<string, readonly string[]>>): string {
  return built.replace('"%GATELODGE_COMMANDS%"', () => JSON.stringify(JSON.stringify(commands)));
}
