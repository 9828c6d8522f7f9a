/** A font that is never drawn with. */
class UndrawnFont {
  readonly loaded = Promise.resolve(this);
}

/** Gives pdfjs a place to put fonts: without one it works out the outlines of their glyphs, which nobody looks at here. */
export function drawNoFonts(): void {
  Object.assign(globalThis, { FontFace: UndrawnFont });
}
