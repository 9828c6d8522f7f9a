/** A printed cell as it can be compared: a font may have one glyph for several characters, a narrow cell breaks lines, and a wide gap is told as U+FFFD. */
export function printedGlyphs(raw: string): string {
  return raw.normalize('NFKC').replace(/\s+/g, '').replace(/[∕⁄]/g, '/').replaceAll('⸺', '——').replaceAll('\uFFFD', '');
}
