import type { Detector } from "../detector.ts";
import { own, takenFrom } from "../ruleForms.ts";

const people = [["Marlene", "Osterfeld", "marlene@osterfeld.de", "1984-07-15"], ["Tomás", "Arrabal", "t.arrabal@correo.es", "1990-01-30"], ["Ingrid", "Solvang", "ingrid@solvang.no", "1971-11-02"]];
const names = ["first_name", "last_name", "email", "dob"];
const csv = (head: readonly string[], rows: readonly (readonly string[])[], delimiter = ",") => [head, ...rows].map((row) => row.join(delimiter)).join("\n");
const json = (keys: readonly string[], rows: readonly (readonly string[])[]) => rows.map((row) => JSON.stringify(Object.fromEntries(keys.map((key, index) => [key, row[index]])))).join("\n");
const atExample = people.map(([first = "", last = ""]) => [first, last, `${first.toLowerCase()}@example.com`, "1990-01-01"]);
const patients = [["Marlene Osterfeld", "1984-07-15", "I10"], ["Tomás Arrabal", "1990-01-30", "E11.9"], ["Ingrid Solvang", "1971-11-02", "J45"]];
const sql = people.map((row) => `INSERT INTO people (first_name, last_name, email, dob) VALUES ('${row.join("', '")}');`).join("\n");
const copy = `COPY public.people (first_name, last_name, email, dob) FROM stdin;\n${people.map((row) => row.join("\t")).join("\n")}\n\\.\n`;

/**
 * Data about many people, by the names of its columns and the values below: a dump is one whatever its file is called. The finding
 * stands at the names; `personal-value` is for masking the values where the label lets the rest pass.
 */
export const personalRecords: readonly Detector[] = takenFrom(own, [
  {
    id: "personal-columns", kind: "personal", tier: "certain", scan: "personalColumns", reach: "all", beside: ["personal-value"],
    examples: () => [csv(names, people), csv(names, people, ";"), `| ${csv(names, people, " | ").replaceAll("\n", " |\n| ").replace("\n", "\n|---|---|---|---|\n")} |`, json(names, people), `[${json(names, people).replaceAll("\n", ",\n ")}]`, sql, `CREATE TABLE people (\n  first_name text,\n  last_name text,\n  email text,\n  dob date\n);\n${sql.replaceAll(/ \(first[^)]*\)/g, "")}`, copy], counterExamples: () => [csv(names, []), csv(names, atExample), "CREATE TABLE people (first_name text, last_name text, email text, dob date);", "type Person = { first_name: string, last_name: string, email: string, dob: Date }"],
  },
  {
    id: "health-columns", kind: "personal", tier: "certain", scan: "healthColumns", reach: "all", beside: ["personal-value"],
    examples: () => [csv(["patient_name", "dob", "diagnosis"], patients), json(["patientName", "dob", "icd10"], patients)], counterExamples: () => [csv(["age", "sex", "bmi", "diagnosis"], [["63", "m", "27.1", "I10"], ["41", "f", "22.0", "E11"], ["58", "f", "31.4", "I10"]]), csv(["patient_id", "dob", "diagnosis"], [])],
  },
  {
    id: "personal-value", kind: "personal", tier: "likely", scan: "personalValues", reach: "all", beside: ["personal-columns"],
    examples: () => [csv(names, people)], counterExamples: () => [csv(names, atExample), json(names, atExample)],
  },
]);
