/** As much of a secret's random part counts as a leak. */
const shortest = 12;
/** What a kind of secret begins with is no secret. */
const head = 4;

/** Whether a piece of a secret can be read out of a body: as it stands, in its texts one after the other, or through an encoding. */
export function leaks(body: string, secret: string): boolean {
  const pieces = Array.from({ length: Math.max(1, secret.length - head - shortest + 1) }, (_, at) => secret.slice(head + at, head + at + shortest));
  const strings: string[] = [];
  JSON.stringify(JSON.parse(body), (key, value: unknown) => {
    strings.push(key);
    if (typeof value === "string") strings.push(value);
    return value;
  });
  const joined = strings.filter((text) => !/^(?:\d+|content|role|user|assistant|text|type)$/.test(text)).join("");
  const texts = [body, ...strings, joined].flatMap((text) => [text, ...decoded(text)]);
  return texts.some((text) => pieces.some((piece) => text.includes(piece)));
}

function decoded(text: string): readonly string[] {
  const runs = [...text.matchAll(/[A-Za-z0-9+/_-]{16,}/g)].map(([run]) => run);
  return [
    ...runs.flatMap((run) => [0, 1, 2, 3].map((from) => Buffer.from(run.slice(from), "base64").toString("latin1"))),
    ...runs.flatMap((run) => [0, 1].map((from) => Buffer.from(run.slice(from), "hex").toString("latin1"))),
    text.replace(/%([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    text.replace(/\\u([0-9A-Fa-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  ];
}
