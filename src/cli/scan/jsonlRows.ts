/** A line of input: a text to look through, or what is wrong with it. */
export type Row = { readonly id: unknown; readonly text: string } | { readonly id: unknown; readonly error: string };

const lineFeed = 0x0a;
const maxLineBytes = 256 * 1024 * 1024;
const batchRows = 64;
const batchCharacters = 1_000_000;

/** Rows in batches of moderate size. A batch ends at the latest with the chunk it came in: whoever waits for an answer before writing on gets it. */
export async function* readRows(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Row[]> {
  const parts: Uint8Array[] = [];
  let waiting = 0;
  for await (const chunk of chunks) {
    const lines: Uint8Array[] = [];
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
      parts.push(chunk.subarray(start, end));
      lines.push(waiting > maxLineBytes ? tooLong : Buffer.concat(parts.splice(0)));
      parts.length = 0;
      waiting = 0;
      start = end + 1;
    }
    waiting += chunk.length - start;
    if (waiting > maxLineBytes) parts.length = 0;
    else parts.push(chunk.subarray(start));
    yield* inBatches(lines);
  }
  yield* inBatches([waiting > maxLineBytes ? tooLong : Buffer.concat(parts)]);
}

const tooLong = new Uint8Array(0);

function* inBatches(lines: readonly Uint8Array[]): Generator<readonly Row[]> {
  let batch: Row[] = [];
  let characters = 0;
  for (const line of lines) {
    const row = line === tooLong ? { id: null, error: "the line is too long" } : parseRow(line);
    if (row === undefined) continue;
    batch.push(row);
    characters += "text" in row ? row.text.length : 0;
    if (batch.length < batchRows && characters < batchCharacters) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}

/** `undefined`: an empty line. What is no UTF-8 becomes replacement characters; messages say nothing of the line. */
function parseRow(line: Uint8Array): Row | undefined {
  const text = new TextDecoder().decode(line).trim();
  if (text === "") return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return { id: null, error: "the line is no JSON object" };
    const { id = null, text: content } = value as { id?: unknown; text?: unknown };
    return typeof content === "string" ? { id, text: content } : { id, error: "text is missing or no string" };
  } catch {
    return { id: null, error: "the line is no JSON" };
  }
}
