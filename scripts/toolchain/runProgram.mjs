/** Run one program to its end. Arguments are always an array: nothing here passes through a shell. */
import { spawn } from "node:child_process";
import { dirname, delimiter } from "node:path";
import { node24 } from "./paths.mjs";
import { endProcessTree, whatRunsUnder } from "./processTree.mjs";

/**
 * A program that is not done after `limit` milliseconds is ended with all it has started, and has failed:
 * node's own test timeout cannot interrupt a loop that never yields.
 * @returns {Promise<{ code: number, output: string }>} the exit code, and both streams in the order they came
 */
export function runProgram(file, args, { cwd, env = process.env, limit } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const collect = (chunk) => {
      output += chunk;
    };
    const watchdog = limit && setTimeout(() => {
      collect(`\nNot done after ${limit / 1000} s. Ended, while these were running:\n${whatRunsUnder(child.pid)}\n`);
      void endProcessTree(child.pid);
    }, limit);
    child.stdout.setEncoding("utf8").on("data", collect);
    child.stderr.setEncoding("utf8").on("data", collect);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(watchdog);
      resolve({ code: code ?? 1, output: signal ? `${output}\n(ended by ${signal})` : output });
    });
  });
}

/** Like runProgram, but a failure is an exception that carries the end of the program's output. */
export async function runOrFail(what, file, args, options) {
  const { code, output } = await runProgram(file, args, options);
  if (code !== 0) throw new Error(`${what} failed (exit code ${code}):\n${output.trim().split("\n").slice(-30).join("\n")}`);
  return output;
}

/** npm as [file, arguments]: through npm's own script when npm started us, since on Windows `npm` is not a program. */
export const npm = (...args) =>
  process.env.npm_execpath ? [process.execPath, [process.env.npm_execpath, ...args]] : ["npm", args];

/** The environment with Node 24 first, for tools that look `node` up themselves. */
export const withNode24 = (env = process.env) => ({ ...env, PATH: `${dirname(node24)}${delimiter}${env.PATH ?? ""}` });
