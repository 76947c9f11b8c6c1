import assert from "node:assert/strict";
import { test } from "node:test";
import { detect } from "../../../src/core/detect/detect.ts";

/** A password of letters only: nothing about it tells, so what stands around it has to. */
const word = "correcthorse";
const found = (text: string) => detect(text).map(({ detector, tier, start, end }) => `${detector} ${tier} ${text.slice(start, end)}`);
const assignment = [`password-assignment possible ${word}`];

test("a word in quotes under a password's name is possible", () => {
  for (const text of [`const password = '${word}';`, `{ "password": "${word}" }`, `if (req.body.password !== "${word}")`, `props.put("db.password", "${word}");`, `<property name="password" value="${word}"/>`]) assert.deepEqual(found(text), assignment, text);
});

test("a bare word is possible on a line of settings, before a command, in an option of a container", () => {
  for (const text of [`spring.datasource.password=${word}\n`, `  ansible_password: ${word}\n`, `- MYSQL_ROOT_PASSWORD=${word}\n`, `PGPASSWORD=${word} psql -h db`, `docker run -e MYSQL_PASSWORD=${word} mysql`, `<password>${word}</password>`, `- name: DB_PASSWORD\n  value: ${word}\n`]) assert.deepEqual(found(text), assignment, text);
});

test("beside a user a bare word is possible wherever it ends, and some words in quotes are", () => {
  assert.deepEqual(found(`user = joe\n// of the shop\npassword = ${word}\n`), assignment);
  assert.deepEqual(found(`jdbc:postgresql://db/x?user=app&password=${word}`), assignment);
  assert.deepEqual(found(`host=db user=app password=${word} dbname=x`), assignment);
  assert.deepEqual(found(`user = 'joe', password = 'purple horses'`), ["password-assignment possible purple horses"]);
});

test("labels, types, names of other things and what stands for a password are none", () => {
  for (const text of ["password: Lozinka\n", `"password": "Contrasena"`, `label_password_lowercase: letters\n`, "user: string\npassword: text\n", `password = "required"`, `typeof password === "function"`, `password: 'purple horses'`, `t("password", "lowercase")`, "connect(user=login, password=phrase)", `password = "mypassword"`, `user = "joe"\npassword = "your-password"`]) assert.deepEqual(found(text), [], text);
});
