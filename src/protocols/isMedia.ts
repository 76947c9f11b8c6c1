const shortest = 40;
/** How files begin, in base64: PNG, JPEG, GIF, RIFF (WebP, WAV), PDF, ID3 and bare MP3, Ogg, FLAC, ZIP (office files), MP4, WebM. */
const beginnings = /^(?:iVBORw0KGgo|\/9j\/|R0lGOD|UklGR|JVBERi|SUQz|\/\/[uv]|T2dnUw|ZkxhQ|UEsDB|AAAA(?:[A-Za-z0-9+/]{2})?[A-Za-z0-9+/]{2}Z0eX|GkXfo)/;

/** A picture, a sound or a file in the place of a text: whatever field it stands in, with its kind before it or bare. */
export function isMedia(text: string): boolean {
  if (text.length < shortest) return false;
  const [, kind] = /^data:([\w.+-]+\/[\w.+-]+)?[^,]{0,100};base64,/i.exec(text.slice(0, 200)) ?? [];
  return kind === undefined ? beginnings.test(text.slice(0, shortest)) && /^[A-Za-z0-9+/]+$/.test(text.slice(0, shortest)) : !kind.toLowerCase().startsWith("text/");
}
