import assert from "node:assert/strict";
import { test } from "node:test";
import { detect } from "../../../../src/core/detect/detect.ts";
import { passesLuhn } from "../../../../src/core/detect/personal/checkDigits.ts";
import { completed } from "../../../../src/core/detect/samples.ts";

const found = (text: string) => detect(text).map(({ detector, tier }) => `${detector} ${tier}`);
const card = completed("471628395047261#", passesLuhn);
const spaced = card.replaceAll(/(\d{4})(?=\d)/g, "$1 ");

test("a card beside its word is certain, in groups alone likely, bare digits alone nothing", () => {
  assert.deepEqual(found(`"cardNumber": "${card}"`), ["payment-card certain"]);
  assert.deepEqual(found(`paid with ${spaced} yesterday`), ["payment-card likely"]);
  assert.deepEqual(found(`const id = ${card};`), []);
});

test("the word must stand on the same line, and not as a part of another", () => {
  assert.deepEqual(found(`card\nid = ${card}`), []);
  assert.deepEqual(found(`discard ${card}`), []);
});

test("numbers that processors print for trying are no cards", () => {
  for (const number of ["4242424242424242", "4111 1111 1111 1111", "5555555555554444", "378282246310005"]) assert.deepEqual(found(`card ${number}`), [], number);
});

test("a word in camel case, in a key and behind the number all count", () => {
  for (const text of ["customerSsn = '536-22-8714'", `{"ssn":"536-22-8714"}`, "SSN: 536228714", "536-22-8714 (SSN)"]) assert.deepEqual(found(text), ["us-ssn likely"], text);
  for (const text of ["536-22-8714", "lesson 536-22-8714", "ssn: 000-22-8714", "ssn: 987-65-4321", "ssn: 111-22-3333"]) assert.deepEqual(found(text), [], text);
});

// Numbers that the authorities themselves print as examples of a valid one.
const official: readonly (readonly [detector: string, text: string])[] = [
  ["de-tax-id", "Steuer-ID: 86095742719"], ["es-dni", "DNI 12345678Z"], ["es-nie", "NIE X1234567L"], ["it-codice-fiscale", "RSSMRA85T10A562S"],
  ["nl-bsn", "BSN 111222333"], ["se-personnummer", "personnummer 811228-9874"], ["fi-hetu", "hetu 131052-308T"], ["pl-pesel", "PESEL 44051401359"],
  ["ch-ahv", "756.9217.0769.85"], ["br-cpf", "529.982.247-25"], ["in-aadhaar", "Aadhaar 2341 2341 2346"], ["za-id", "ID number 8001015009087"],
  ["cn-resident-id", "身份证号：11010519491231002X"], ["tr-kimlik", "TC Kimlik 10000000146"], ["sg-nric", "NRIC S1234567D"], ["fr-nir", "NIR 2 55 08 14 168 025 38"],
  ["be-national-number", "85.07.30-033.28"], ["cl-rut", "RUT 12.345.678-5"], ["au-tfn", "TFN 123 456 782"], ["uk-nhs", "NHS 943 476 5919"], ["ro-cnp", "CNP 1800101221144"],
  ["ca-sin", "SIN 130 692 544"], ["ie-pps", "PPS 1234567FA"], ["hr-oib", "OIB 69435151530"], ["mx-curp", "HEGG560427MVZRRL04"],
];
for (const [detector, text] of official) test(`${detector} finds the number that is printed as an example`, () => assert.deepEqual(detect(text).map(({ detector: id }) => id), [detector]));
