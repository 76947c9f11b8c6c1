import type { Detector } from "../detector.ts";
import { own, takenFrom } from "../ruleForms.ts";
import { human, wordy } from "../samples.ts";

/** Passwords in sentences, and in steps of tests that sign in. */
export const spokenPasswords: readonly Detector[] = takenFrom(own, [
  {
    id: "password-in-sentence", kind: "secret", tier: "possible", keywords: ["password", "passwd", "passphrase", "passcode", "kennwort", "passwort"],
    pattern: /(?:password|passwd|passphrase|passcode|kennwort|passwort)(?: (?:for|of|to|from|für|von) [^\n"`“.]{1,60}?)?(?: (?:is|was|will be|must be|should be|ist|lautet)(?: now)?(?: set to| changed to)?:? {1,2}|:?\*\*:? {1,3}|(?<=(?:and|with|using|und|mit)(?: the| dem)? password) (?=["'`“](?!\*)))["'`“]?(?<value>(?<=["'`“])[^\s"'`”<>{}$%]{4,60}(?=["'`”])|(?<!["'`“])(?=\S{0,30}\d)(?=\S{0,30}[!@#%^*?])[A-Za-z0-9!@#$%^*?_+.-]{5,40}[A-Za-z0-9!@#%^*?](?![\w/(]))/diy, check: "typedPassword",
    examples: () => [`Ensure the password is "${wordy}" and press on.`, `the password for user 'joe' is '${wordy}' or so`, `The default user is joe and the password is ${human}.`, `- **Password:** ${human}`, `sign in as joe with the password "${wordy}" to see it`],
    counterExamples: () => ["the password is at least 8 characters", `the password is "<your password>"`, "the password for this is stored in memory", "password is hashed with SHA-256", `password is "password"`, `with password '%s'`],
  },
  {
    id: "compared-password", kind: "secret", tier: "possible", keywords: ["password", "passwd", "pwd", "strcmp("],
    pattern: /(?:(?:password|passwd|pwd)(?:\(\))?\.equals(?:IgnoreCase)?\(\s{0,2}|strcmp\(\s{0,2}[\w.>-]{0,40}pass\w{0,10}\s{0,2},\s{0,2})"(?<value>[^"\n\\]{4,80})"/diy, check: "typedPassword",
    examples: () => [`if (password.equals("${wordy}"))`, `if (strcmp(argv_password, "${wordy}") == 0)`], counterExamples: () => ["password.equals(other)", `password.equals("")`, `password.equals("password")`, "strcmp(name, \"value\")"],
  },
  {
    id: "entered-password", kind: "secret", tier: "possible", keywords: ["password", "passwd"],
    pattern: /(?:password|passwd)[\w-]{0,20}\\?["'\])}]{1,5}\)?(?:\s{0,20}\.?(?:send_keys|sendKeys|type|fill|setValue|enterText|set|press_sequentially)\(\s{0,2}|(?<=(?:fill|type|setValue|fillField|sendKeys)\(\s{0,2}["'`][^\s"'`]{0,80}["'`]),\s{0,2}|, with: {0,2})["'`](?<value>[^"'`\n\s$]{4,80})["'`]/diy, check: "typedPassword",
    examples: () => [`cy.get('#password').type('${wordy}')`, `driver.find_element_by_id("password").send_keys("${wordy}")`, `fill_in "Password", with: "${wordy}"`], counterExamples: () => [`cy.get('#password').type(Cypress.env('pw'))`, `page.fill("#password", password)`, `cy.get("#password").type("password")`],
  },
]);
