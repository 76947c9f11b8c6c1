"use strict";
/**
 * Activated before Gatelodge ("*"), so that its listener for changes is called first, and what Gatelodge asks of the
 * file system passes it. Its exports are for `drive`.
 */
const fs = require("node:fs");
const { Module } = require("node:module");
const vm = require("node:vm");
const v8 = require("node:v8");
const { eventLoopUtilization } = require("node:perf_hooks").performance;
const vscode = require("vscode");

exports.activate = (context) => {
  const files = watchFiles();
  const activation = watchActivation();
  const keys = [];
  const state = { start: 0, loop: undefined };
  context.subscriptions.push(vscode.workspace.onDidChangeTextDocument(({ contentChanges }) => {
    if (contentChanges.length === 0) return;
    state.loop = eventLoopUtilization();
    state.start = performance.now();
  }));
  return {
    files,
    activation,
    /** From now on each key is timed: `listeners` until the last listener was called, `loop` everything until `settled`. */
    startKeys: (settled) => {
      keys.length = 0;
      const last = vscode.workspace.onDidChangeTextDocument(({ contentChanges }) => {
        if (contentChanges.length === 0) return;
        const { start, loop } = state;
        const listeners = performance.now() - start;
        setTimeout(() => keys.push({ listeners, loop: eventLoopUtilization(eventLoopUtilization(), loop).active }), settled);
      });
      return () => last.dispose();
    },
    keys,
    memory: () => {
      v8.setFlagsFromString("--expose-gc");
      const collect = vm.runInNewContext("gc");
      collect();
      collect();
      return process.memoryUsage();
    },
  };
};

/** When Gatelodge's `activate` was called and when it returned. */
function watchActivation() {
  const seen = {};
  const compile = Module.prototype._compile;
  Module.prototype._compile = function compileWatched(content, file, ...rest) {
    const result = compile.call(this, content, file, ...rest);
    if (/gatelodge\.gatelodge-[^/\\]+[/\\]dist[/\\]extension\.cjs$/.test(file)) {
      const { activate, ...others } = this.exports;
      this.exports = { ...others, activate: (context) => {
        seen.from = performance.now();
        try {
          return activate(context);
        } finally {
          seen.to = performance.now();
        }
      } };
    }
    return result;
  };
  return seen;
}

/** Deep enough to see who asked. */
function stackOf() {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 40;
  const { stack } = new Error("asked for");
  Error.stackTraceLimit = limit;
  return String(stack);
}

/** Every call of `fs` that names a path, with the code it came from. Callers look functions up when they call them. */
function watchFiles() {
  const calls = [];
  // The list holds a stack for each call: it ends before memory is measured.
  const state = { watching: true };
  const note = (name, path) => {
    if (state.watching && (typeof path === "string" || path instanceof URL || Buffer.isBuffer(path))) calls.push({ name, path: String(path), time: performance.now(), stack: stackOf() });
  };
  const watch = (module, prefix) => {
    for (const [name, original] of Object.entries(module)) {
      if (typeof original !== "function" || !/^(access|exists|lstat|open|opendir|read|realpath|stat|watch)/.test(name)) continue;
      const watched = (...args) => {
        note(prefix + name, args[0]);
        return original.apply(module, args);
      };
      module[name] = Object.assign(watched, original);
    }
  };
  watch(fs, "");
  watch(fs.promises, "promises.");
  for (const name of ["realpath", "realpathSync"]) {
    const original = fs[name].native;
    fs[name].native = (...args) => {
      note(`${name}.native`, args[0]);
      return original(...args);
    };
  }
  return { calls, end: () => {
    state.watching = false;
    calls.length = 0;
  } };
}
