// Packed parts of the file. The worker unpacks what it needs itself, so that the page is seen meanwhile.

export type Packed = Uint8Array<ArrayBuffer>;

/** What a part is, packed by gzip, to be read as text, as bytes or as JSON. */
export function unpacked(part: Packed): Response {
  return new Response(new Blob([part]).stream().pipeThrough(new DecompressionStream("gzip")));
}
