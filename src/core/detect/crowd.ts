const [sight, letters] = [64, 5];

/**
 * Whether what starts here starts twice more close behind. A pattern that looks for a value within some distance of a name costs
 * most where the name is all there is, and finds nothing from here that it does not find from the ones nearer to the value.
 */
export function isCrowd(text: string, at: number): boolean {
  const around = text.slice(at, at + sight).toLowerCase();
  const name = around.slice(0, letters);
  const next = around.indexOf(name, letters);
  return next > 0 && around.indexOf(name, next + letters) > 0;
}
