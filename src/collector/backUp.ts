import { cpSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Copies the databases of the folder (events that are in ClickHouse are backed up there), each as of one moment and while they are in use, and the keys. Throws where the folder is there already. */
export function backUp(data: string, folder: string): void {
  if (existsSync(folder)) throw new Error("the folder of the backup is there already");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of ["events.db", "control.db"].filter((each) => existsSync(join(data, each)))) {
    const database = new DatabaseSync(join(data, name));
    database.prepare("VACUUM INTO ?").run(join(folder, name));
    database.close();
  }
  if (existsSync(join(data, "keys"))) cpSync(join(data, "keys"), join(folder, "keys"), { recursive: true });
}
