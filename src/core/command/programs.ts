/** What is known of programs by name. Data: whoever is in no list may do anything with the files it is given. */

const set = (names: string): ReadonlySet<string> => new Set(names.split(" "));

/** Their files' text comes out as it is. */
export const showing = set("cat head tail less more bat batcat nl tac cut sort uniq diff colordiff comm paste column fold fmt join pr look view most zless zcat type gc get-content select-string");
/** The first operand is a pattern or a program, unless an option brings it. */
export const withScript = set("sed gsed awk gawk mawk nawk jq yq");
export const searching = set("grep egrep fgrep zgrep rg ag ack ugrep");
/** Their files' content leaves in another form, or for another place. */
export const hiding = set("base64 base32 basenc xxd od hexdump hd strings gzip bzip2 xz zstd lz4 openssl gpg nc ncat netcat socat scp sftp ftp rev iconv uuencode split csplit mail sendmail pbcopy xclip xsel wl-copy sum b2sum qrencode certutil expand tr");
/** Of these the operands are mostly addresses. */
export const network = set("curl wget http https xh");
/** The last operand is where the others go. */
export const placing = set("cp mv ln install rsync");
/** They use files without anything of the content coming out by itself. */
export const naming = set("cp mv ln install rsync tar zip 7z cpio pax dd vi vim nvim nano emacs ed ex code open xdg-open unzip ssh-keygen sqlite3 psql mysql docker podman docker-compose kubectl helm");
/** Names, sizes and dates only. */
export const metadata = set("ls dir exa eza tree stat test [ [[ file du df wc touch chmod chown chgrp mkdir basename dirname realpath readlink echo printf true false cd pwd pushd popd which whereis type hash command-not-found sleep exit return export unset local declare readonly set shift wait kill date id whoami uname hostname md5sum sha1sum sha224sum sha256sum sha384sum sha512sum shasum cksum cmp tput clear let read : trap umask ulimit alias unalias ps top jobs fg bg mktemp seq yes nproc free uptime");
export const removing = set("rm rmdir unlink shred truncate trash del rd rimraf");
/** They run the command that stands behind their options; the options listed take a value. */
export const wrappers: Readonly<Record<string, readonly string[]>> = {
  sudo: ["-u", "-g", "-h", "-p", "-C", "-D", "-R", "-T"], doas: ["-u", "-C"], env: ["-u", "-C", "--unset", "--chdir"], command: [], builtin: [], exec: ["-a"],
  nohup: [], time: ["-f", "-o"], nice: ["-n"], ionice: ["-c", "-n", "-p"], setsid: [], stdbuf: ["-i", "-o", "-e"], unbuffer: [], timeout: ["-s", "-k"], gtimeout: ["-s", "-k"],
  busybox: [], toybox: [], watch: ["-n"], strace: ["-e", "-o"], ltrace: ["-e", "-o"], chronic: [], parallel: ["-j"], xargs: ["-I", "-n", "-P", "-d", "-L", "-a", "-E", "-s"], caffeinate: [], winpty: [],
};
/** Their first operand is a duration. */
export const timed = set("timeout gtimeout");
export const shells = set("sh bash zsh dash ksh ash fish");
const call = /^(?:-\w*c|--c(?:ommand|all))$/;
/** They give a shell what stands behind such an option. */
export const commandOptions: Readonly<Record<string, RegExp>> = { flock: call, script: call, npx: call, npm: call, pnpm: call, su: call, runuser: call, sg: call, "nix-shell": /^--(?:run|command)$/, nix: call, expect: call };
/** Interpreters, with the options that bring a program text. */
export const interpreters: Readonly<Record<string, readonly string[]>> = {
  python: ["-c"], python3: ["-c"], python2: ["-c"], pypy: ["-c"], pypy3: ["-c"], node: ["-e", "-p", "-pe", "--eval", "--print"], nodejs: ["-e", "-p", "--eval"], bun: ["-e", "--eval", "-p"], deno: ["eval"], tsx: ["-e", "--eval"],
  ruby: ["-e", "-ne", "-pe"], perl: ["-e", "-E", "-ne", "-pe", "-nE", "-pE", "-lne", "-lpe", "-0777ne"], php: ["-r"], lua: ["-e"], rscript: ["-e"], osascript: ["-e"], pwsh: ["-c", "-command"], powershell: ["-c", "-command"], groovy: ["-e"], julia: ["-e"], elixir: ["-e"], raku: ["-e"],
};
/** Of our own commands those that only look. Anything else needs a person at a terminal. */
export const ownLooking = set("scan doctor help --help -h --version version status explain");

/** `/usr/bin/python3.12` → `python3`, `cat.exe` → `cat`: the name the tables know. */
export function programName(word: string): string {
  const base = word.slice(Math.max(word.lastIndexOf("/"), word.lastIndexOf("\\")) + 1).toLowerCase().replace(/\.(?:exe|cmd|bat)$/, "");
  const plain = base.replace(/(?<=^(?:python[23]|pypy3))\.\d+$|(?<=^(?:ruby|perl|php|lua|node|python))-?\d[\d.]*$/, "");
  return base in interpreters ? base : plain;
}
