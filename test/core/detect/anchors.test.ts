import assert from "node:assert/strict";
import { test } from "node:test";
import { anchorPlaces, createAnchorSearch } from "../../../src/core/detect/anchors.ts";
import { compiledPlaces, compiledRules } from "../../../src/core/detect/compiledRules.ts";

const keywords = ["key", "token", "secret_key"];
const found = (text: string, places?: string) => {
  const all: string[] = [];
  createAnchorSearch(keywords, places)(text, (keyword, at) => void all.push(`${keywords[keyword]}@${at}`));
  return all;
};

test("every keyword is found once wherever it stands, the start and the end of the text included", () => {
  assert.deepEqual(found("key TOKEN a_Secret_Key").toSorted(), ["key@0", "key@19", "secret_key@12", "token@4"].toSorted());
});

test("places that were made for other keywords lose none", () => {
  for (const places of ["", "0", "~~~", "\0\0\0"]) assert.deepEqual(found("my_secret_key, token", places).toSorted(), found("my_secret_key, token").toSorted());
});

test("of a keyword what few others share and code rarely holds is looked for", () => {
  const shared = ["apple_token", "berry_token", "cherry_token"];
  const fours = Array.from(anchorPlaces(shared), (place, index) => shared[index]?.slice(place.charCodeAt(0) - 48, place.charCodeAt(0) - 44));
  assert.equal(new Set(fours).size, 3);
  assert.equal(anchorPlaces(["typesense"]) === "0", false);
});

test("the build says of each keyword what a search without it would find out", () => {
  const all = [...new Set(compiledRules.flatMap((rule) => ("scan" in rule ? [] : rule.guards.flatMap((guard) => guard.keywords))))];
  assert.equal(compiledPlaces, anchorPlaces(all));
});
