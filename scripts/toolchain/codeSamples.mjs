/** Code that others wrote, to measure false alarms on and to count letter pairs in: Debian's source packages, by this machine's own apt. */
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cache } from "./paths.mjs";
import { withProgress } from "./progress.mjs";
import { runOrFail, runProgram } from "./runProgram.mjs";

/** What is measured on is never counted in. Each list has C, Go, Java, PHP, Python, Ruby, Rust, shell and YAML. */
const packages = {
  evaluation: ["cargo", "curl", "docker.io", "httpcomponents-client", "kubernetes", "libspring-java", "libvirt", "mercurial", "neutron", "prometheus", "rails", "rclone", "redis", "redmine", "roundcube", "symfony", "systemd", "tomcat9", "wordpress"],
  training: ["caddy", "etcd", "git", "jetty9", "keystone", "maven", "mosquitto", "nginx", "openssh", "openssl", "php-monolog", "postgresql-15", "python-django", "python3.11", "ruby-devise", "ruby3.1", "rust-clap"],
};

/**
 * The folder of the unpacked packages, fetched first if this machine has none.
 * @param {"evaluation" | "training"} set
 * @returns {Promise<string | undefined>} undefined where there is no apt
 */
export async function ensureCodeSamples(set) {
  const home = join(cache, `code-${set}`);
  if (existsSync(home)) return home;
  if (!existsSync("/usr/bin/apt-get")) return undefined;
  const draft = `${home}.draft-${process.pid}`;
  await mkdir(draft, { recursive: true });
  try {
    await withProgress(`Fetching the source of ${packages[set].length} packages (once)`, () => fetchInto(draft, packages[set]));
    await rename(draft, home);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return home;
}

/** With lists and a cache of its own, so that neither the machine's apt nor root is needed or changed. */
async function fetchInto(folder, names) {
  const apt = join(folder, ".apt");
  for (const path of ["lists/partial", "cache/archives/partial", "archives"]) await mkdir(join(apt, path), { recursive: true });
  await writeFile(join(apt, "sources.sources"), await sourcesOfSources());
  const settings = { "Dir::Etc::sourcelist": join(apt, "sources.sources"), "Dir::Etc::sourceparts": "/dev/null", "Dir::State::lists": join(apt, "lists"), "Dir::Cache": join(apt, "cache") };
  const options = Object.entries(settings).flatMap(([name, value]) => ["-o", `${name}=${value}`]);
  const archives = join(apt, "archives");
  await runOrFail("apt-get update", "apt-get", [...options, "update"]);
  for (const name of names) {
    const { code } = await runProgram("apt-get", [...options, "source", "--download-only", name], { cwd: archives });
    if (code !== 0) console.log(`  without ${name}: apt could not fetch all of it`);
  }
  for (const file of (await readdir(archives)).filter((each) => each.includes(".orig"))) {
    if (file.endsWith(".asc")) continue;
    const into = join(folder, file.replace(/\.tar\.\w+$/, ""));
    await mkdir(into);
    await runProgram("tar", ["-xf", join(archives, file), "-C", into, "--strip-components=1"]);
  }
  await rm(apt, { recursive: true });
}

/** The machine's own Debian sources, of source packages instead of programs. */
async function sourcesOfSources() {
  const folder = "/etc/apt/sources.list.d";
  const files = (await readdir(folder)).filter((name) => name.endsWith(".sources")).map((name) => join(folder, name));
  const stanzas = (await Promise.all(files.map((file) => readFile(file, "utf8")))).flatMap((text) => text.split(/\n\s*\n/));
  return stanzas.filter((text) => /^URIs:.*\/debian\/?\s*$/m.test(text)).map((text) => text.replace(/^Types:.*$/m, "Types: deb-src")).join("\n\n");
}
