/** Files that are read by a text in a program's own language: an editor's command, a question to a database, a line for `make`. */

const databases = /^(?:sqlite3?|psql|mysql|mariadb|duckdb|litecli|usql)$/;
const editors = /^(?:vim?|nvim|view|ex|ed|emacs|nano)$/;
// Functions and commands by which databases read files.
const readsFile = /\b(?:readfile|load_file|pg_read_(?:binary_)?file|read_(?:text|blob|csv|json|parquet)\w*|edit|fsdir|lo_import)\s*\(\s*/gi;
const oneText = /^(?:'[^']*'|"[^"]*")\s*[,)]/;
const maxWords = 200;

export function readOwnText(name: string, texts: readonly string[]): { readonly files: readonly string[]; readonly computed: boolean } {
  if (databases.test(name)) return { files: texts.flatMap((text) => [...wordsOf(text, /['"]([^'"\n]{1,400})['"]/g), ...wordsOf(text, /(?:\.(?:read|import|open|restore)|\\(?:i|ir|copy|lo_import)|\bfrom)\s+['"]?([^\s'";]+)/gi)]), computed: texts.some((text) => [...text.matchAll(readsFile)].some(({ index, 0: found }) => !oneText.test(text.slice(index + found.length, index + found.length + 500)))) };
  if (editors.test(name)) return { files: texts.filter((text) => /\s/.test(text) || text.startsWith("+")).flatMap((text) => wordsOf(text, /([^\s'"|]+)/g)), computed: false };
  if (name === "make" || name === "gmake") return { files: [], computed: texts.some((text) => /\$\((?:file|shell|eval|include)\b|(?:^|\n)\s*-?include\s/.test(text)) };
  // Composed, the configuration holds what stands in the place of variables.
  if (/^(?:docker|podman)(?:-compose)?$/.test(name)) return { files: texts.some((text) => /^(?:config|convert)$/.test(text)) && (name.endsWith("compose") || texts.includes("compose")) && !texts.some((text) => /^(?:-q|--(?:quiet|services|images|volumes|profiles|hash|no-interpolate|environment=false).*)$/.test(text)) ? [".env"] : [], computed: false };
  if (name === "tar") return { files: [], computed: texts.some((text) => /^(?:-T|--files-from)/.test(text)) };
  return { files: [], computed: false };
}

const wordsOf = (text: string, pattern: RegExp) => [...text.slice(0, 100_000).matchAll(pattern)].slice(0, maxWords).map(([, found = ""]) => found);
