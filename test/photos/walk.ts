/** What a picture is made of, read without the code that cleans it. */

export function jpegMarkers(content: Buffer): string[] {
  const markers: string[] = [];
  let at = 2;
  while (at < content.length) {
    if (content[at] !== 0xff) throw new Error(`no marker at ${at}`);
    const marker = content[at + 1] ?? 0;
    markers.push(marker.toString(16));
    if (marker === 0xd9) break;
    at += 2 + content.readUInt16BE(at + 2);
    if (marker === 0xda) at = nextMarker(content, at);
  }
  if (at + 2 !== content.length) throw new Error('more behind the end');
  return markers;
}

function nextMarker(content: Buffer, from: number): number {
  for (let at = from; at < content.length; at += 1) {
    const next = content[at + 1] ?? 0;
    if (content[at] === 0xff && next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
  }
  throw new Error('no end');
}

export function pngChunks(content: Buffer): string[] {
  const names: string[] = [];
  let at = 8;
  while (at < content.length) {
    names.push(content.toString('latin1', at + 4, at + 8));
    at += 12 + content.readUInt32BE(at);
  }
  if (at !== content.length) throw new Error('cut off');
  return names;
}

export function webpChunks(content: Buffer): string[] {
  if (content.readUInt32LE(4) + 8 !== content.length) throw new Error('wrong length');
  const names: string[] = [];
  let at = 12;
  while (at < content.length) {
    const length = content.readUInt32LE(at + 4);
    names.push(content.toString('latin1', at, at + 4));
    at += 8 + length + (length % 2);
  }
  if (at !== content.length) throw new Error('cut off');
  return names;
}

export function partsOf(content: Buffer): string[] {
  if (content[0] === 0xff) return jpegMarkers(content);
  return content[0] === 0x89 ? pngChunks(content) : webpChunks(content);
}
