/** Close to everyday work that is let through, and yet a way to what nobody may see. */
import assert from "node:assert/strict";
import { linkSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { answerCall } from "../../src/hook/answerCall.ts";
import { createLastingParts } from "../../src/hook/hookParts.ts";
import { git, writeFiles } from "../support/repository.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

function createShop(context: TestContext) {
  const home = temporaryFolder(context);
  const shop = join(home, "shop");
  writeFiles(shop, { ".env": "API_KEY=heron-kept\n", ".gitignore": ".env\n", "README.md": "shop\n", "src/pay.py": "total = 0\n" });
  git(shop, "init", "--quiet");
  git(shop, "add", "--all");
  git(shop, "commit", "--quiet", "--message", "shop");
  const lasting = createLastingParts({ home, machineFile: join(home, "none", "managed.json"), program: join(home, "programs"), platform: "linux" });
  const isRefused = (command: string) => /"deny"/.test(answerCall({ assistant: "codex", event: "PreToolUse" }, { text: JSON.stringify({ hook_event_name: "PreToolUse", cwd: shop, tool_name: "Bash", tool_input: { command } }) }, lasting.forCall(), 4000)?.stdout ?? "");
  return { shop, isRefused };
}

const walked = (loops: string) => `python3 -c "import os\n${loops}"`;

for (const [what, commands] of Object.entries({
  "a copy that loses its name, or that the command goes on to use": ["cp .env notes.txt", "cp .env .env.example", "cp .env .env.bak && mv .env.bak a.txt", "cp .env .env.bak; cat .env.*", "cp .env src && mv src/.env x.txt", "cp .env src; cd s\"\"rc; mv .env x.txt", "cp .env .env.bak; python3 -c \"print(open('.env'+'.bak').read())\"", "cp -t /tmp .env", "cp .env /dev/stdout"],
  "a folder that may be another one": ["cd \"$(dirname \"$0\")\" && cat .env", "bash -c 'cd \"$(dirname \"$0\")\" && cat README.md' ../x/y", "cd \"$(dirname \"$0\")\" && cat ../x/README.md", "0=x cd $HOME/.aws && cat credentials", "BASH_ARGV0=/x/y; cd \"$(dirname \"$0\")\" && cat README.md", ...[
    "BASH_SOURCE=$HOME/.aws/x;", "export BASH_SOURCE=$HOME/.aws/x;", "read -r BASH_SOURCE < src/pay.py;", "declare BASH_S\"\"OURCE=$HOME/.aws/x;", "cd \"$(dirname \"$0\")\"; BASH_SOURCE=$HOME/.aws/x;",
  ].map((before) => `${before} cd "$(dirname "$BASH_SOURCE")" && cat credentials`), ...["0=$HOME/.aws/x;", "PATH=.:$PATH;", "dirname() { echo $HOME/.aws; };", "until"].map((before) => `${before} cd "$(dirname "$0")" && cat credentials`)],
  "a walk that finds more than it says": [
    walked("for r, d, fs in os.walk('.'):\n    for f in fs:\n        print(open(os.path.join(r, f)).read())\n"),
    walked("for r, d, fs in os.walk('.'):\n    for f in fs:\n        if f.endswith('.py'):\n            pass\n        print(open(os.path.join(r, f)).read())\n"),
    walked("for r, d, fs in os.walk('.'):\n    for f in fs:\n        if f.endswith('.py') or True:\n            print(open(os.path.join(r, f)).read())\n"),
    walked("for r, d, fs in os.walk('src'):\n    fs.append('../.env')\n    for f in fs:\n        print(open(os.path.join(r, f)).read())\n"),
    walked("for r, d, fs in os.walk('src'):\n    for f in fs:\n        f, g = '../.e' + 'nv', 1\n        print(open(os.path.join(r, f)).read())\n"),
    walked("for r, d, fs in os.walk(where):\n    for f in fs:\n        print(open(os.path.join(r, f)).read())\n"),
    walked("for r, d, fs in os.walk('src'):\n    for f in fs:\n        [f] = [chr(46)*2+'/'+chr(46)+'env']\n        print(open(os.path.join(r, f)).read())\n"),
    walked("for r, d, fs in os.walk('src'):\n    for f in fs:\n        f, = [chr(46)*2+'/'+chr(46)+'env']\n        print(open(os.path.join(r, f)).read())\n"),
    walked("for r, d, fs in os.walk('src'):\n    for f in fs:\n        (f) = chr(46)*2+'/'+chr(46)+'env'\n        print(open(os.path.join(r, f)).read())\n"),
    walked("for r, d, fs in os.walk('src'):\n    for f in fs:\n        *f, g = chr(46)\n        print(open(os.path.join(r, f)).read())\n"),
    walked("for r, d, fs in os.walk('src'):\n    for f in fs:\n        f: str = chr(46)*2+'/'+chr(46)+'env'\n        print(open(os.path.join(r, f)).read())\n"),
    walked("for r, d, fs in os.walk('src'):\n    for f in fs:\n        globals()['f'] = chr(46)*2+'/'+chr(46)+'env'\n        print(open(os.path.join(r, f)).read())\n"),
    walked("os.path.join = lambda *a: chr(46)+'env'\nfor r, d, fs in os.walk('src'):\n    for f in fs:\n        print(open(os.path.join(r, f)).read())\n"),
    walked("os.walk = lambda *a: [(chr(46), [], [chr(46)+'env'])]\nfor r, d, fs in os.walk('src'):\n    for f in fs:\n        print(open(os.path.join(r, f)).read())\n"),
    walked("setattr(os, 'walk', lambda *a: [(chr(46), [], [chr(46)+'env'])])\nfor r, d, fs in os.walk('src'):\n    for f in fs:\n        print(open(os.path.join(r, f)).read())\n"),
    walked("os.chdir('src')\nos.chdir('..')\nfor r, d, fs in os.walk('src'):\n    for f in fs:\n        os.chdir('..')\n        print(open(os.path.join(r, f)).read())\n"),
    walked("import x as os\nfor r, d, fs in os.walk('src'):\n    for f in fs:\n        print(open(os.path.join(r, f)).read())\n"),
  ],
  "a stream of packed files that comes out": ["tar cf - .; false", "tar c . | head -c 1000", "tar czf - . | gunzip -c", "tar cf - . | tar xOf -", "cd src && tar -C .. -cf - ."],
  "a stream of packed files that its taker shows": ["tar cf - . | dd", "tar cf - . | dd of=/dev/stdout", "tar cf - . >/dev/fd/1", "tar cf - . >/proc/self/fd/1", "cd /proc/self && tar cf - ~/shop > fd/1", "tar cf - . > x.tgz >&2", "tar cf - . 3> x.tgz", "tar cf - . > >(cat)", "tar cf - . > $OUT", "tar cf - . | tee /dev/stderr | wc -c", "tar cf - . | tee >(cat) | wc -c", "tar cf - . | sh -c 'cat >&2' | wc -c", "tar cf - . | gzip >&2 | wc -c", "tar cf - . | tar xf - --to-std", "tar cf - . | tar xf - -C -C --to-std", "tar cf - . | tar cf - @-", "tar cf - . | tar xf - -I 'tee /dev/stderr'", "tar cf - . | split --filter=cat", "tar cf - . | split -a1 -d - /dev/fd/", "tar cf - . | ssh localhost cat", "tar cf - . | ssh localhost cat tar xf -", "tar cf - . | ssh localhost 'tar xf -; cat'", "tar cf - . | docker run -i alpine cat", "tar cf - . | docker exec -i web cat tar xf -", "tar cf - . | tar xf - -C /tmp/d --transform 's/.*env/n.txt/'", "tar cf - . | tar xf - -s /.env/n/"],
  "what no branch need lead to": ["git log -p FETCH_HEAD | tail", "git show deadbeef | tail", "git add -f .env && git commit -m x && git log -p | tail", "cd \"$(dirname \"$0\")/../other\" && git log -p | tail", "cd \"$(cat src/pay.py)\" && git log -p | tail"],
})) {
  test(`${what} is refused`, (context) => {
    const { isRefused } = createShop(context);
    assert.deepEqual(commands.filter((command) => !isRefused(command)), []);
  });
}

test("the folder of a script that is none is the working one", (context) => {
  const { isRefused } = createShop(context);
  assert.deepEqual(["cd \"$(dirname \"$0\")\" && cat README.md", "cd \"$(dirname \"${BASH_SOURCE[0]}\")\" && cat README.md"].filter((command) => isRefused(command)), []);
});

test("a copy that is written through a link is refused, one over a plain file is not", (context) => {
  const { shop, isRefused } = createShop(context);
  const copy = join(shop, ".env.bak");
  writeFiles(shop, { ".env.bak": "API_KEY=old\n", "notes.txt": "notes\n" });
  assert.ok(!isRefused("cp .env .env.bak"));
  for (const link of [() => symlinkSync("notes.txt", copy), () => symlinkSync("absent.txt", copy), () => symlinkSync("/dev/stderr", copy), () => linkSync(join(shop, "notes.txt"), copy)]) {
    rmSync(copy);
    link();
    assert.ok(isRefused("cp .env .env.bak"), String(link));
  }
  mkdirSync(join(shop, "kept"));
  assert.ok(!isRefused("cp .env kept"));
  symlinkSync("../notes.txt", join(shop, "kept", ".env"));
  assert.ok(isRefused("cp .env kept"));
});

test("a stream of packed files that another program or a file takes is let through", (context) => {
  const { isRefused } = createShop(context);
  const commands = ["tar cf - . | dd of=shop.tar bs=1M", "tar cf - . > \"$(date +%F).tgz\"", "tar cf - . | gzip -9 | pv > shop.tgz 2>/dev/null", "tar cf - . | tee shop.tar | sha256sum", "tar cf - . | tar xpf - -C /tmp/copy", "tar cf - . | split -b 10m - shop.part.", "tar cz . | ssh -p 22 build 'cat > shop.tgz'", "tar cf - . | ssh build tar xf - -C shop", "tar cf - . | docker build -t shop -", "tar cf - . | docker exec -i web tar xf - -C /app", "tar cf - . | docker cp - web:/app", "tar cf - . | kubectl exec -i web -- tar xf - -C /app"];
  assert.deepEqual(commands.filter((command) => isRefused(command)), []);
});

test("a walk that finds what it says is let through, whatever it does with the names", (context) => {
  const { isRefused } = createShop(context);
  const loop = (body: string) => walked(`for r, d, fs in os.walk('src'):\n    for f in fs:\n${body}`);
  const commands = [
    loop("        print(f, end=' ')\n        print(open(os.path.join(r, f), encoding='utf-8').read())\n"),
    walked("sizes = {}\nfor r, d, fs in os.walk('src'):\n    d[:] = [x for x in d if x != 'node_modules']\n    for f in sorted(fs):\n        sizes[f] = len(open(os.path.join(r, f)).read())\nprint(sizes)\n"),
    loop("        if f == 'pay.py': n = 1\n        print(r, len(open(os.path.join(r, f)).read()))\n"),
    loop("        path = os.path.join(r, f)\n        text = open(path).read()\n        print(path, sum(1 for line in text.split('x')))\n"),
  ];
  assert.deepEqual(commands.filter((command) => isRefused(command)), []);
});

test("changes are shown without names of files only while no commit has held the .env", (context) => {
  const { shop, isRefused } = createShop(context);
  assert.ok(!isRefused("git log -p | tail"));
  git(shop, "add", "--force", ".env");
  git(shop, "commit", "--quiet", "--message", "oh");
  git(shop, "rm", "--quiet", "--cached", ".env");
  git(shop, "commit", "--quiet", "--message", "gone");
  assert.ok(isRefused("git log -p | tail"));
});

test("changes are not shown without names where a commit held an .env in another folder, or on a side branch that a merge left behind", (context) => {
  const other = createShop(context);
  writeFiles(other.shop, { "backend/.env": "API_KEY=heron-other\n" });
  git(other.shop, "add", "--force", "backend/.env");
  git(other.shop, "commit", "--quiet", "--message", "oh");
  git(other.shop, "rm", "--quiet", "backend/.env");
  git(other.shop, "commit", "--quiet", "--message", "gone");
  assert.ok(other.isRefused("git log -p | tail"));
  const { shop, isRefused } = createShop(context);
  git(shop, "checkout", "--quiet", "-b", "side");
  git(shop, "add", "--force", ".env");
  git(shop, "commit", "--quiet", "--message", "oh");
  git(shop, "rm", "--quiet", "--cached", ".env");
  git(shop, "commit", "--quiet", "--message", "gone");
  git(shop, "checkout", "--quiet", "-");
  git(shop, "merge", "--quiet", "--no-ff", "--message", "merged", "side");
  git(shop, "branch", "--quiet", "--delete", "side");
  // As in a clone: no log of the branch leads to its commits.
  git(shop, "reflog", "expire", "--expire=now", "--all");
  assert.ok(isRefused("git log -p | tail"));
});
