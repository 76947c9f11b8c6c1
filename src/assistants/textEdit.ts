/** The text after an edit, or why the file cannot be edited: a sentence that holds nothing of the file. */
export type Edited = { readonly text: string; /** Nothing is left that is worth a file. */ readonly empty?: boolean } | { readonly error: string };

/** Puts what is ours into a configuration file of somebody else's, and takes it out again. Pure; keeps comments, order and all that is not ours. */
export interface TextEditor {
  /** `undefined`: there is no such file. Done twice it changes nothing more. */
  readonly put: (text: string | undefined) => Edited;
  /** Without anything of ours. */
  readonly takeOut: (text: string) => Edited;
}
