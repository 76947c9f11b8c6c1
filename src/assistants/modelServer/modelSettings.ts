/** Where an assistant says which model server it asks. */
export interface ModelSettings {
  /** From the home, with `/`; those of every platform, since what is not there is passed over. */
  readonly files: readonly string[];
  /** Names of the settings that hold an address. */
  readonly names: readonly string[];
  /**
   * Where the address is written when none stands there, in the first of the files: only for an assistant that the person
   * names, since its requests go to another model then.
   */
  readonly added?: { readonly at: readonly string[]; /** Written also where the file is not there yet. */ readonly makesFile: boolean };
  /** What else can be set, in words, for what is no file or is not ours to write. `url` is the gateway's. */
  readonly byHand?: (url: string) => string;
}
