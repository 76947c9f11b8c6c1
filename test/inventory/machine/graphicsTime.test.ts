import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gpuSecondsOf } from "../../../src/inventory/machine/graphicsTime.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

test("engines of a driver's client are added up, and a client behind two files is counted once", (context) => {
  const root = temporaryFolder(context);
  const folder = join(root, "7/fdinfo");
  mkdirSync(folder, { recursive: true });
  const client = (id: number, render: number) => `pos:\t0\nflags:\t02\ndrm-driver:\tamdgpu\ndrm-client-id:\t${id}\ndrm-engine-gfx:\t${render} ns\ndrm-engine-compute:\t500000000 ns\ndrm-engine-capacity-gfx:\t2\n`;
  for (const [name, text] of [["3", client(1, 1e9)], ["4", client(1, 1e9)], ["5", client(2, 2e9)], ["6", "pos:\t0\nflags:\t02\n"]] as const) writeFileSync(join(folder, name), text);
  assert.equal(gpuSecondsOf(root, 7), 4);
  assert.equal(gpuSecondsOf(root, 8), undefined);
});
