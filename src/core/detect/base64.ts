/** What base64 or base64url stands for, one character per byte; `undefined`: it is none. */
export function decodeBase64(text: string): string | undefined {
  try {
    return atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return undefined;
  }
}
