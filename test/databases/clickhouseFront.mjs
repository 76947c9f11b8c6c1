/**
 * A thin front with ClickHouse's HTTP interface over the real engine (chdb), so that the official client speaks to it. Test code:
 * it knows what our client sends, and answers one statement after the other. Arguments: folder of chdb, folder of the data.
 */
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { gunzipSync } from "node:zlib";

const [chdb, data] = process.argv.slice(2);
const { Session } = createRequire(import.meta.url)(chdb);
const session = new Session(data);
const state = { last: Promise.resolve(), settings: "" };
/** What the client asks for in the address and a session knows as a setting. */
const settingNames = ["join_use_nulls", "final", "output_format_json_quote_64bit_integers", "lightweight_deletes_sync"];

const server = createServer((request, response) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    // A session is one connection: what is asked at the same time waits.
    state.last = state.last.then(() => answer(request, Buffer.concat(chunks), response));
  });
});
// The default ends connections that the client means to use again.
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
process.on("SIGTERM", () => process.exit(0));

async function answer(request, body, response) {
  try {
    const { searchParams } = new URL(request.url, "http://front");
    const asked = await readStatement(request.headers, searchParams, body);
    await prepare(searchParams);
    const result = await session.queryBindAsync(asked.sql, asked.values, { format: "TabSeparated" });
    response.setHeader("x-clickhouse-query-id", searchParams.get("query_id") ?? "");
    response.end(Buffer.from(result.bytes()));
  } catch (error) {
    response.statusCode = 500;
    response.setHeader("x-clickhouse-exception-code", "1");
    response.end(String(error.message));
  }
}

async function prepare(search) {
  const database = search.get("database") ?? "default";
  const settings = settingNames.filter((name) => search.has(name)).map((name) => `${name} = ${Number(search.get(name))}`).join(", ");
  if (`${database} ${settings}` === state.settings) return;
  if (!/^\w+$/.test(database)) throw new Error("Code: 81. DB::Exception: no such database. (UNKNOWN_DATABASE)");
  await session.queryAsync(`USE ${database}`);
  if (settings !== "") await session.queryAsync(`SET ${settings}`);
  state.settings = `${database} ${settings}`;
}

/** The statement and its values: in the address, in the body or, where they are many, in the parts of a form. */
async function readStatement(headers, search, packed) {
  const body = headers["content-encoding"] === "gzip" ? gunzipSync(packed) : packed;
  const isForm = String(headers["content-type"]).startsWith("multipart/form-data");
  const fields = isForm ? [...(await new Response(body, { headers: { "content-type": headers["content-type"] } }).formData())] : [...search];
  const query = fields.find(([name]) => name === "query")?.[1] ?? "";
  const sql = isForm ? query : query === "" ? body.toString() : `${query}\n${body}`;
  const values = fields.filter(([name]) => name.startsWith("param_")).map(([name, value]) => [name.slice(6), new RegExp(`\\{${name.slice(6)}:Array`).test(sql) ? readArray(value) : unescape(value)]);
  return { sql, values: Object.fromEntries(values) };
}

const escaped = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f", 0: "\0" };
const unescape = (text) => text.replaceAll(/\\(.)/gs, (_, each) => escaped[each] ?? each);
/** `['a','it\'s']`: the engine's binding takes a list, the interface takes its text. */
const readArray = (text) => [...text.matchAll(/'((?:[^'\\]|\\.)*)'/gs)].map(([, each]) => unescape(each));
