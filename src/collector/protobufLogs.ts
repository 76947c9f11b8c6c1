import { BinaryReader, BinaryWriter, WireType } from "@bufbuild/protobuf/wire";

/** Field numbers of opentelemetry/proto/collector/logs/v1, logs/v1, common/v1 and resource/v1 (https://github.com/open-telemetry/opentelemetry-proto). */
const fields = { request: { resourceLogs: 1 }, resource: { resource: 1, scopeLogs: 2 }, source: { attributes: 1 }, scope: { logRecords: 2 }, record: { time: 1, attributes: 6, observed: 11, eventName: 12 }, attribute: { key: 1, value: 2 }, value: { string: 1, bool: 2, int: 3, double: 4, array: 5 }, array: { values: 1 } } as const;

type Message = Readonly<Record<string, unknown>>;
type Reader = (reader: BinaryReader) => unknown;
interface Field { readonly number: number; readonly name: string; readonly wire: WireType; readonly read: Reader; readonly many?: boolean }

const texts: Reader = (reader) => reader.string();
const inside = (read: (bytes: Uint8Array) => unknown): Reader => (reader) => read(reader.bytes());
const message = (number: number, name: string, read: (bytes: Uint8Array) => unknown, many = true): Field => ({ number, name, wire: WireType.LengthDelimited, read: inside(read), many });
const text = (number: number, name: string): Field => ({ number, name, wire: WireType.LengthDelimited, read: texts });

const readArray = (bytes: Uint8Array) => readMessage(bytes, [message(fields.array.values, "values", (value) => readMessage(value, [text(fields.value.string, "stringValue")]))]);
const readValue = (bytes: Uint8Array) => readMessage(bytes, [
  text(fields.value.string, "stringValue"),
  { number: fields.value.bool, name: "boolValue", wire: WireType.Varint, read: (reader) => reader.bool() },
  { number: fields.value.int, name: "intValue", wire: WireType.Varint, read: (reader) => String(reader.int64()) },
  { number: fields.value.double, name: "doubleValue", wire: WireType.Bit64, read: (reader) => reader.double() },
  message(fields.value.array, "arrayValue", readArray, false),
]);
const readAttribute = (bytes: Uint8Array) => readMessage(bytes, [text(fields.attribute.key, "key"), message(fields.attribute.value, "value", readValue, false)]);
const readRecord = (bytes: Uint8Array) => readMessage(bytes, [
  { number: fields.record.time, name: "timeUnixNano", wire: WireType.Bit64, read: (reader) => String(reader.fixed64()) },
  { number: fields.record.observed, name: "observedTimeUnixNano", wire: WireType.Bit64, read: (reader) => String(reader.fixed64()) },
  text(fields.record.eventName, "eventName"),
  message(fields.record.attributes, "attributes", readAttribute),
]);
const readScope = (bytes: Uint8Array) => readMessage(bytes, [message(fields.scope.logRecords, "logRecords", readRecord)]);
const readSource = (bytes: Uint8Array) => readMessage(bytes, [message(fields.source.attributes, "attributes", readAttribute)]);
const readResource = (bytes: Uint8Array) => readMessage(bytes, [message(fields.resource.resource, "resource", readSource, false), message(fields.resource.scopeLogs, "scopeLogs", readScope)]);

/**
 * An ExportLogsServiceRequest of protobuf's binary form as its JSON form, of which `readLogs` takes what it knows: a body and what
 * else is in it is not even decoded. Throws where the bytes are no such message.
 */
export const decodeLogs = (bytes: Uint8Array): Message => readMessage(bytes, [message(fields.request.resourceLogs, "resourceLogs", readResource)], { resourceLogs: [] });

function readMessage(bytes: Uint8Array, known: readonly Field[], empty: Message = {}): Message {
  const reader = new BinaryReader(bytes);
  const result: Record<string, unknown> = { ...empty };
  while (reader.pos < reader.len) {
    const [number, wire] = reader.tag();
    const field = known.find((each) => each.number === number);
    if (field?.wire !== wire) reader.skip(wire, number);
    else if (field.many === true) add(result, field, reader);
    else result[field.name] = field.read(reader);
  }
  return result;
}

/** A list longer than any sender's is no message: an empty item costs two bytes to send and much more to keep. */
const longestList = 10_000;

function add(result: Record<string, unknown>, { name, read }: Field, reader: BinaryReader): void {
  const list = (result[name] ??= []) as unknown[];
  if (list.length >= longestList) throw new Error("too many of one kind");
  list.push(read(reader));
}

/** An ExportLogsServiceResponse: its one field is `partial_success`. */
export function encodeAnswer({ rejected, message: why }: { readonly rejected: number; readonly message: string }): Uint8Array {
  if (rejected === 0) return new Uint8Array();
  const partial = new BinaryWriter().tag(1, WireType.Varint).int64(rejected).tag(2, WireType.LengthDelimited).string(why).finish();
  return new BinaryWriter().tag(1, WireType.LengthDelimited).bytes(partial).finish();
}
