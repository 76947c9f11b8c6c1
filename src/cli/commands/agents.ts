import { changeAgents } from "../agents/changeAgents.ts";
import { readAgentArguments } from "../agents/agentArguments.ts";
import { showAgents } from "../agents/showAgents.ts";
import { openSetup } from "../agents/openSetup.ts";
import { exitCodes, type Command } from "../command.ts";

const help = `gatelodge agents: hooks for coding agents, so that what they read and run passes the gate first.

Usage:
  gatelodge agents install    put our hooks into the agents' own configuration
  gatelodge agents status     which are installed, changed since, or switched off, and by what
  gatelodge agents repair     put back what is missing or changed, where something of ours is; with --yes also deny an agent
                              whose hooks are switched off, where the policy says so (agents.hooksOff), and lift that when they no longer are
  gatelodge agents remove     take out what is ours; files nobody has changed since come back byte for byte

  --agent ID       which ones (also several, or all); by default those that are used here
  --scope SCOPE    user (default), or managed: for every user of this machine, by an administrator
  --home PATH      the home of another user
  --folder PATH    a repository that may switch hooks off (status; by default the working directory)
  --deny           install: also the policy's restricted names into clients' own lists (Claude Code, Gemini CLI, Qwen Code, opencode), which hold without hooks
  --ignore-files   install, remove: also .cursorignore, .geminiignore, .aiexclude, .codeiumignore, .aiignore in --folder,
                   with the policy's restricted names in a marked block
  --dry-run        say what would be written, and write nothing
  --yes            do not ask; without a terminal it is needed to write
  --json           status for programs

Files that cannot be understood are left as they are, which is said. Other tools' hooks stay.

Exit codes: ${exitCodes.clean} done, or all is installed; ${exitCodes.findings} status: something is not; ${exitCodes.trouble} wrong usage or not everything could be done, ${exitCodes.cancelled} cancelled.
`;

/** `gatelodge agents`. */
export const agents: Command = {
  name: "agents",
  summary: "install, look at, repair and remove the hooks of coding agents",
  help,
  run: async (args, context) => {
    const chosen = readAgentArguments(args, context.folder);
    const setup = openSetup(chosen, context);
    return chosen.action === "status" ? showAgents(setup, chosen, context) : changeAgents(setup, chosen, context);
  },
};
