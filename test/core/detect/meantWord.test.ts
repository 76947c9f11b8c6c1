import assert from "node:assert/strict";
import { test } from "node:test";
import { detect } from "../../../src/core/detect/detect.ts";
import { wordy as word } from "../../../src/core/detect/samples.ts";

// Nothing about a word tells that it is a password, so what stands around it has to.
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

test("with digits or signs it need not be in quotes where a word need not", () => {
  for (const value of ["monkey42", "pu&ple1", "pu$4ple#1"]) {
    for (const text of [`spring.datasource.password=${value}\n`, `[mail]\nuser = joe\npassword = ${value}\n`, `ansible_user=root ansible_password=${value}`, `<password>${value}</password>`, `helm install --set auth.password=${value}`]) assert.deepEqual(found(text), [`password-assignment possible ${value}`], text);
  }
  assert.deepEqual(found("secret=pu4ple\n"), ["secret-assignment possible pu4ple"]);
  for (const text of ["this.password = password1;", "password = user_password2\n", "if (password != pwd12)", "secret = data.vault_secret.db1.id\n", "?password=$PASSWORD&user=joe42"]) assert.deepEqual(found(text), [], text);
});

test("a field or a variable behind a bare password is not part of it", () => {
  assert.deepEqual(found("?password=monkey42&user=joe&x=1"), ["password-assignment possible monkey42"]);
});

test("labels, types, names of other things and what stands for a password are none", () => {
  for (const text of ["password: Lozinka\n", `"password": "Contrasena"`, `label_password_lowercase: letters\n`, "user: string\npassword: text\n", `password = "required"`, `typeof password === "function"`, `password: 'purple horses'`, `t("password", "lowercase")`, "connect(user=login, password=phrase)", `password = "mypassword"`, `user = "joe"\npassword = "your-password"`]) assert.deepEqual(found(text), [], text);
});
