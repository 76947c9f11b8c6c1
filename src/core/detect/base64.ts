/** What base64 or base64url stands for, one character per byte; `undefined`: it is none. */
export function decodeBase64(text: string): string | undefined {
  try {
    return atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return undefined;
  }
}

/** The words that base64 stands for, where it stands for such; chance makes no sixteen letters and signs of ASCII in a row. */
export function readableBase64(text: string): string | undefined {
  if (text.length < 8 || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined;
  const decoded = decodeBase64(text);
  return decoded !== undefined && /^[\t\n\r\x20-\x7e]+$/.test(decoded) ? decoded.trim() : undefined;
}
