import assert from "node:assert/strict";
import { test } from "node:test";
import { detect } from "../../../../src/core/detect/detect.ts";
import { columnKind } from "../../../../src/core/detect/personal/columnNames.ts";

const names = ["Marlene", "Tomás", "Ingrid", "Kwame"];
const rows = (make: (name: string, index: number) => string) => names.map((name, index) => make(name, index)).join("\n");
const ids = (text: string) => [...new Set(detect(text).map(({ detector }) => detector))].filter((id) => id.endsWith("-columns"));
const values = (text: string) => detect(text).filter(({ detector }) => detector === "personal-value").map(({ start, end }) => text.slice(start, end));
const mail = (name: string) => `${name.toLowerCase().normalize("NFD").replaceAll(/[^a-z]/g, "")}@corp-orders.de`;
const people = rows((name, index) => `${index},${name},${mail(name)},+49 30 7346 18${index}1`);

test("columns are known by name, whatever joins its words and whoever owns them", () => {
  for (const name of ["E-Mail", "customer_email", "customerEmail", "EMAIL_ADDRESS"]) assert.equal(columnKind(name), "email", name);
  assert.deepEqual(["Geburtsdatum", "fecha de nacimiento", "prénom", "patient_id", "price", "emails_sent", "id"].map((name) => columnKind(name)), ["birth", "birth", "name", "number", undefined, undefined, undefined]);
});

const dumps: readonly (readonly [name: string, text: string])[] = [
  ["comma separated values", `id,first_name,email,phone\n${people}`],
  ["Windows line ends and a byte order mark", `\uFEFFid,first_name,email,phone\r\n${people.replaceAll("\n", "\r\n")}\r\n`],
  ["quotes around all", `"id","first_name","email","phone"\n${people.replaceAll(/[^,\n]+/g, "\"$&\"")}`],
  ["tabs", `id\tfirst_name\temail\tphone\n${people.replaceAll(",", "\t")}`],
  ["a table in Markdown", `| id | first_name | email | phone |\n|---|---|---|---|\n${rows((name, index) => `| ${index} | ${name} | ${mail(name)} | +49 30 7346 18${index}1 |`)}`],
  ["what psql prints", ` id | first_name | email | phone\n${people}`.trimStart().replaceAll(",", " | ").replace("\n", "\n----+------------+-------+------\n")],
  ["a prompt with data behind words", `Please tidy this up:\n\nid,first_name,email,phone\n${people}\n\nThanks!`],
  ["inserts of many rows", `INSERT INTO users (id, first_name, email, phone) VALUES\n${rows((name, index) => `(${index}, '${name}', '${mail(name)}', '+49 30 7346 18${index}1')`).replaceAll("\n", ",\n")};`],
  ["inserts of one row each, quoted as MySQL does", rows((name, index) => `INSERT INTO \`users\` (\`id\`, \`first_name\`, \`email\`, \`phone\`) VALUES (${index}, '${name} O\\'Hara', '${mail(name)}', NULL);`)],
  ["inserts without columns below their table", `CREATE TABLE \`users\` (\n  \`id\` int NOT NULL,\n  \`first_name\` varchar(40),\n  \`email\` varchar(80),\n  \`phone\` varchar(40),\n  PRIMARY KEY (\`id\`)\n);\nINSERT INTO \`users\` VALUES ${names.map((name, index) => `(${index},'${name}','${mail(name)}','+49 30 7346 18${index}1')`).join(",")};`],
  ["a dump of PostgreSQL", `COPY public.users (id, first_name, email, phone) FROM stdin;\n${people.replaceAll(",", "\t")}\n\\.\n`],
  ["an array of objects", JSON.stringify(names.map((firstName) => ({ firstName, email: mail(firstName), phone: "+49 30 7346 1841" })), undefined, 2)],
  ["an object a line", rows((name) => JSON.stringify({ user: { first_name: name, last_name: "Solvang", email: mail(name) } }))],
];
for (const [name, text] of dumps) test(`people are found in ${name}`, () => {
  assert.deepEqual(ids(text), ["personal-columns"]);
  for (const each of names) assert.ok(values(text).some((value) => value.startsWith(each)) && values(text).includes(mail(each)), each);
});

test("patients and what they suffer from are about health", () => {
  assert.deepEqual(ids(`patient_id,date_of_birth,diagnosis\n${rows((_, index) => `48${index}91,198${index}-07-15,I1${index}`)}`), ["health-columns"]);
});

const harmless: readonly (readonly [name: string, text: string])[] = [
  ["names of columns without rows", "id,first_name,email,phone\n"],
  ["one row, as in documentation", `id,first_name,email,phone\n${people.split("\n")[0] ?? ""}`],
  ["the same row again and again", `id,first_name,email,phone\n${Array.from({ length: 5 }, () => people.split("\n")[0]).join("\n")}`],
  ["addresses set aside for examples", `id,first_name,email,phone\n${rows((name, index) => `${index},${name},${name}@example.com,555-010${index}`)}`],
  ["a table being created", "CREATE TABLE users (\n id int,\n first_name text,\n last_name text,\n email text,\n phone text\n);"],
  ["a statement with parameters", rows(() => "INSERT INTO users (first_name, email, phone) VALUES ($1, $2, $3);")],
  ["a template", rows(() => "INSERT INTO users (first_name, email, phone) VALUES ('{{name}}', '{{email}}', '{{phone}}');")],
  ["types", "interface User {\n  firstName: string;\n  email: string;\n  phone: string;\n}\n".repeat(4)],
  ["translations", rows(() => `{"firstName":"Vorname","lastName":"Nachname","email":"E-Mail","phone":"Telefon"}`)],
  ["a schema", rows((name) => `"${name}": {"firstName":{"type":"string"},"email":{"type":"string"},"phone":{"type":"string"}}`)],
  ["packages and who wrote them", rows((name) => `{"name":"${name}","email":"${mail(name)}","url":"https://corp-orders.de"}`)],
  ["countries", `name,country,city,zip,phone\n${rows((name, index) => `${name},DE,Berlin,1011${index},1234567${index}`)}`],
  ["training data about health", `age,sex,bmi,diagnosis\n${rows((_, index) => `6${index},m,2${index}.1,I1${index}`)}`],
  ["arguments", "email, phone, name\nconst a = f(email, phone, name);\nconst b = f(email, phone, name);\nconst c = f(email, phone, name);"],
];
for (const [name, text] of harmless) test(`nobody's data: ${name}`, () => assert.deepEqual(ids(text), []));

for (const text of ["INSERT INTO t VALUES ('", "INSERT INTO t (a,b,c) VALUES (''", "COPY t (a,b,email) FROM stdin;\t\t\n", "CREATE TABLE t (\n", "\"a\n", "{\"email\":\"\n", "first_name,email,phone\n", "a,email,phone,dob\n1,2,3,4\n"]) {
  test(`half a megabyte of ${JSON.stringify(text)} holds nothing up`, () => {
    const all = text.repeat(Math.ceil(500_000 / text.length));
    const start = process.cpuUsage();
    detect(all);
    const { user, system } = process.cpuUsage(start);
    assert.ok(user + system < 1_500_000, `${(user + system) / 1000} ms`);
  });
}
