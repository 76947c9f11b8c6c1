"use strict";
/** Loaded into a program under test: on SIGUSR2 it collects garbage and writes down what is left. */
const { renameSync, writeFileSync } = require("node:fs");
const v8 = require("node:v8");
const vm = require("node:vm");

const file = process.env.GATELODGE_TEST_MEMORY;
if (file) {
  v8.setFlagsFromString("--expose-gc");
  const collect = vm.runInNewContext("gc");
  process.on("SIGUSR2", () => {
    collect();
    collect();
    writeFileSync(`${file}.draft`, JSON.stringify(process.memoryUsage()));
    renameSync(`${file}.draft`, file);
  });
}
