/** Classification of paths by 200 globs, and the glob library alone at the same in the same run. */
import { Minimatch } from "minimatch";
import { createClassify } from "../../src/core/classify.ts";
import type { PathIdentity } from "../../src/core/request.ts";
import type { Policy } from "../../src/core/policy/policy.ts";
import { report } from "./report.ts";

const names = [".env", "*.pem", "*.key", "id_rsa", "*.tfstate", "credentials.json", "*.dump", "kubeconfig", ".npmrc", "*.kdbx", "secret-*", "*.p12", "service-account*.json", "*.sqlite3-backup", ".netrc", "*.jks", "customers.csv", "*.crt.bak", "payroll*", "*.ppk"];
const scopes = ["**/", "**/config/", "**/deploy/", "**/secrets/", "**/infra/prod/", "**/private/", "**/keys/", "**/backup/", "**/.ssh/", "**/vault/"];
const globs = scopes.flatMap((scope) => names.map((name) => `${scope}${name}`));
const policy: Pick<Policy, "labels" | "defaultLabel" | "classification"> = {
  labels: ["internal", "restricted"],
  defaultLabel: "internal",
  classification: Array.from({ length: 10 }, (_, index) => ({ id: `entry-${index}`, label: "restricted", paths: globs.slice(index * 20, index * 20 + 20), origin: { source: "builtin" } })),
};

/** As in a repository: source mostly, some in folders that globs name, 4 in 100 that match. */
const folders = ["src/app/users", "src/server/http/routes", "test/unit/users", "config", "deploy/charts/web", "docs/guide", "node_modules/left-pad/lib", "packages/core/src/private", "infra/prod", "backup/2024"];
const files = ["index.ts", "user.service.ts", "README.md", "package.json", "styles.css", "main.go", "handler.test.ts", "logo.svg", "Makefile", "schema.sql", "values.yaml", "app.component.html", "types.d.ts", "server.py", "build.gradle", "Dockerfile", "index.js.map", "data.csv", "notes.txt", "util.rs", "a.c", "b.h", "query.graphql", "deploy.sh", ".env"];
const total = 100_000;
const paths = Array.from({ length: total }, (_, index): PathIdentity => ({
  absolute: `/home/ann/projects/shop${index % 97}/${folders[index % folders.length]}/part${index % 1009}/${files[Math.floor(index / folders.length) % files.length]}`,
  aliases: [], resolved: true,
}));

const perSecond = (count: number, work: () => void) => {
  const start = performance.now();
  work();
  return (count / (performance.now() - start)) * 1000;
};
/** The best of some rounds: on a busy machine the others measure the neighbours. */
const best = (rounds: number, count: number, work: () => void) => Math.max(...Array.from({ length: rounds }, () => perSecond(count, work)));

const classify = createClassify(policy);
const restricted = () => paths.reduce((sum, path) => sum + (classify(path, undefined).label === "restricted" ? 1 : 0), 0);
const matchers = globs.map((glob) => new Minimatch(glob, { dot: true, nocase: true, nonegate: true, nocomment: true }));
const some = paths.slice(0, 2000);
const bruteForce = () => some.reduce((sum, { absolute }) => sum + (matchers.some((matcher) => matcher.match(absolute)) ? 1 : 0), 0);

const found = some.reduce((sum, path) => sum + (classify(path, undefined).label === "restricted" ? 1 : 0), 0);
if (found === 0 || found !== bruteForce()) throw new Error(`the index finds ${found}, the library ${bruteForce()}`);

const ours = best(5, total, restricted);
const library = best(3, some.length, bruteForce);
report({ name: "classification by 200 globs", value: ours, unit: "paths/s", atLeast: 1_000_000 });
report({ name: "the glob library alone, 200 globs one by one", value: library, unit: "paths/s" });
report({ name: "classification against the library alone", value: ours / library, unit: "times", atLeast: 10 });
