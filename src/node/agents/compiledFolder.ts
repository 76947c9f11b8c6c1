/**
 * Beside the programs of an installation: where the runtime keeps what it compiled of them, since compiling is half of what a call
 * without a resident costs. Not there, nothing is kept: a repository's or an editor's folder of programs has none.
 */
export const compiledFolder = "compiled";
