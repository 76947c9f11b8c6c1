import { ownPatternTrouble } from "../detect/own/ownPatternTrouble.ts";
import type { PolicyError } from "./checkSchema.ts";
import type { PolicyDocument } from "./policyDocument.ts";

const maxWords = 5000;

/** Names, and that no pattern can hold up whoever looks through a text with it. */
export function checkOwnDetectors({ detectors = {} }: PolicyDocument): readonly PolicyError[] {
  const { patterns = [], words = [] } = detectors;
  const all = [...patterns.map(({ id }, index) => ({ id, path: ["detectors", "patterns", index, "id"] })), ...words.map(({ id }, index) => ({ id, path: ["detectors", "words", index, "id"] }))];
  const count = words.reduce((sum, entry) => sum + entry.words.length, 0);
  return [
    ...all.filter(({ id }) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)).map(({ path }) => ({ path, message: "must be lower-case words joined by dashes" })),
    ...all.filter(({ id }, index) => all.findIndex((other) => other.id === id) < index).map(({ id, path }) => ({ path, message: `${id} is used twice` })),
    ...patterns.flatMap((entry, index) => {
      const message = ownPatternTrouble(entry);
      return message === undefined ? [] : [{ path: ["detectors", "patterns", index, "pattern"], message }];
    }),
    ...words.flatMap((entry, index) => entry.words.flatMap((word, at) => (/[\p{L}\p{N}]/u.test(word) ? [] : [{ path: ["detectors", "words", index, "words", at], message: "needs a letter or digit" }]))),
    ...(count > maxWords ? [{ path: ["detectors", "words"], message: `may hold at most ${maxWords} words in all` }] : []),
  ];
}
