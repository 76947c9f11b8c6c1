/** Whether what follows this text is part of an address, or of what shows or fetches one: a link, a picture, a tag. A value there would leave by being displayed. */
export function isInAddress(before: string): boolean {
  const near = before.slice(-2000);
  if (/<[a-zA-Z!/][^>]*$/.test(near)) return true;
  if (/\]\((?:[^()\n]|\([^()\n]*\))*$|^[ \t]*\[[^\]\n]+\]:[^\n]*$/m.test(near.slice(near.lastIndexOf("\n") + 1))) return true;
  return /(?:\/\/|\bwww\.|\b(?:mailto|data|tel|javascript):)[^\s]*$/i.test(near);
}
