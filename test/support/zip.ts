import { crc32 } from "node:zlib";

/** A zip file with these texts, stored as they are (APPNOTE 4.3). */
export function toZip(files: Readonly<Record<string, string>>): Buffer {
  const entries = Object.entries(files).map(([name, text]) => ({ name: Buffer.from(name), content: Buffer.from(text) }));
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  for (const { name, content } of entries) {
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt32LE(crc32(content), 10);
    about.writeUInt32LE(content.length, 14);
    about.writeUInt32LE(content.length, 18);
    about.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(local.reduce((sum, part) => sum + part.length, 0), 10);
    directory.push(Buffer.from("PK\u0001\u0002\u0014\0", "latin1"), about, place, name);
    local.push(Buffer.from("PK\u0003\u0004", "latin1"), about, name, content);
  }
  const [body, list] = [Buffer.concat(local), Buffer.concat(directory)];
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(body.length, 16);
  return Buffer.concat([body, list, end]);
}
