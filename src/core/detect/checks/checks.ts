import { judgeKey, judgePassword, judgeSecret } from "../assignedValue.ts";
import { loginSight } from "../meantWord.ts";
import type { Check, Sight } from "./check.ts";
import { basicAuthorization, typedPassword, headerToken, netrcPassword, urlPassword } from "./credentials.ts";
import { encodedPrivateKey, privateKey } from "./keys.ts";
import { asFound, bech32, checkDigits, named, near, random, spelled, spelledAtRandom, tierBy, token } from "./spelling.ts";
import { discordToken, jsonWebKey, jsonWebToken, longestKey, symmetricWebKey } from "./webTokens.ts";

/** Every check that a rule may name. Rules stay data that way: the build writes names and arguments, never code. */
export const checks = {
  token, asFound, spelled, spelledAtRandom, tierBy, random, checkDigits, bech32, named, near,
  jsonWebToken, jsonWebKey, symmetricWebKey, discordToken, privateKey, encodedPrivateKey,
  urlPassword, netrcPassword, typedPassword, basicAuthorization, headerToken,
  password: (): Check => judgePassword,
  secret: (): Check => judgeSecret,
  key: (): Check => judgeKey,
};

export type CheckName = keyof typeof checks;
type Arguments<Name extends CheckName> = Parameters<(typeof checks)[Name]> extends [unknown?, ...infer Rest] ? Rest : [];

/** A check's name, with its arguments where it takes some. */
export type CheckCall = { [Name in CheckName]: [] extends Arguments<Name> ? Name | readonly [Name, ...Arguments<Name>] : readonly [Name, ...Arguments<Name>] }[CheckName];

/** Those that look beyond the match itself. */
export const sights: Readonly<Partial<Record<CheckName, Sight>>> = {
  named: { before: 1, behind: 0 },
  jsonWebKey: { before: longestKey, behind: longestKey },
  symmetricWebKey: { before: longestKey, behind: longestKey },
  password: { before: loginSight, behind: loginSight },
  secret: { before: 48, behind: 48 },
  key: { before: 48, behind: 48 },
};
