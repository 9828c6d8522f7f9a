import { bothOf, edgesWithin, type CornerPair, type Edges } from './edges';
import { initialState, setEntry, type GraphicsState } from './graphics-state';
import { within, type Matrix } from './matrix';
import type { Pdfjs } from './open-pdf';
import { refuseDamaged, RefusedDocument } from '../refusals';
import { Paper, type Colour } from './paper';
import { fillRulings, rectanglesOf, strokeRulings, type Rulings } from './path-rulings';
import { placeGlyph, type ShownGlyph } from './shown-glyph';
import { TextPen } from './text-pen';

type Arguments = readonly unknown[];
type Operator = (args: Arguments) => void;

interface LoadedFont {
  readonly fontMatrix?: readonly number[];
  readonly vertical?: boolean;
}

/** What a page is drawn with besides its operators. */
export interface PageResources {
  readonly fontOf: (name: string) => LoadedFont | string;
  /** Whether a group of optional content is shown (ISO 32000-1, 8.11). */
  readonly isShown: (group: unknown) => boolean;
}

/** What pdfjs assumes where the font does not say: one em downwards. */
const DOWNWARDS = -1000;
/** Lines thicker than this are drawings. */
const THICKEST_STROKE = 6;
const UNIT_SQUARE: CornerPair = [0, 0, 1, 1];
const NOWHERE: CornerPair = [0, 0, -1, -1];
/** Text of a smaller part of the page's longer side is not seen. */
const LARGEST_PAGE = 1000;
/** Rendering modes that fill, and that draw an outline (9.3.6). */
const FILLED: ReadonlySet<number> = new Set([0, 2, 4, 6]);
const OUTLINED: ReadonlySet<number> = new Set([1, 2, 5, 6]);

/** Follows the operators of a page and keeps what they leave on the paper. */
export class PageScan {
  readonly paper: Paper;
  readonly rulings: Rulings = { horizontals: [], verticals: [] };
  /** Characters of the page, seen or not; blanks do not count. */
  written = 0;
  private state: GraphicsState;
  private readonly saved: GraphicsState[] = [];
  private readonly pen = new TextPen();
  /** Whether each sequence of marked content that is open is shown. */
  private readonly layers: boolean[] = [];
  private willClip = false;
  /** A matrix was set and nothing painted with it: so a picture that was left out looks. */
  private isIdle = false;
  private previous = 0;

  constructor(
    private readonly matrix: Matrix,
    private readonly page: Edges,
    private readonly resources: PageResources,
  ) {
    this.paper = new Paper(page);
    this.state = initialState(matrix, page);
  }

  run(codes: readonly number[], args: readonly unknown[], ops: Pdfjs['OPS']): void {
    const operators = new Map<number, Operator>([
      ...this.stateOperators(ops),
      ...this.colourOperators(ops),
      ...this.textOperators(ops),
      ...this.paintOperators(ops),
    ]);
    codes.forEach((code, at) => {
      operators.get(code)?.((args[at] ?? []) as Arguments);
      this.previous = code;
    });
    this.supposePicture();
  }

  private stateOperators(ops: Pdfjs['OPS']): readonly (readonly [number, Operator])[] {
    const open = (shown: boolean): void => void this.layers.push(shown);
    return [
      [ops.save, () => this.save()],
      [ops.restore, () => this.restore()],
      [ops.transform, (args) => this.transform(args)],
      [ops.setLineWidth, ([width]) => void (this.state.lineWidth = width as number)],
      [ops.setGState, ([entries]) => this.setEntries(entries as readonly (readonly [string, unknown])[])],
      [ops.clip, () => void (this.willClip = true)],
      [ops.eoClip, () => void (this.willClip = true)],
      [ops.paintFormXObjectBegin, ([matrix, box]) => (this.save(), this.transform(matrix), this.clipTo(box))],
      [ops.paintFormXObjectEnd, () => this.restore()],
      [ops.beginGroup, ([group]) => this.beginGroup(group as { readonly matrix?: unknown; readonly bbox?: unknown })],
      [ops.endGroup, () => this.restore()],
      [ops.beginAnnotation, ([, box, place, matrix]) => this.beginAnnotation(box, place, matrix)],
      [ops.endAnnotation, () => this.restore()],
      [ops.beginMarkedContent, () => open(true)],
      [ops.beginMarkedContentProps, ([tag, group]) => open(tag !== 'OC' || this.resources.isShown(group))],
      [ops.endMarkedContent, () => void this.layers.pop()],
    ];
  }

  private colourOperators(ops: Pdfjs['OPS']): readonly (readonly [number, Operator])[] {
    return [
      [ops.setFillRGBColor, ([colour]) => void (this.state.fillColour = colourOf(colour))],
      [ops.setStrokeRGBColor, ([colour]) => void (this.state.strokeColour = colourOf(colour))],
      [ops.setFillColorN, () => void (this.state.fillColour = null)],
      [ops.setStrokeColorN, () => void (this.state.strokeColour = null)],
    ];
  }

  private textOperators(ops: Pdfjs['OPS']): readonly (readonly [number, Operator])[] {
    const { pen } = this;
    return [
      [ops.beginText, () => pen.begin()],
      [ops.setCharSpacing, ([value]) => void (this.state.charSpacing = value as number)],
      [ops.setWordSpacing, ([value]) => void (this.state.wordSpacing = value as number)],
      [ops.setHScale, ([value]) => void (this.state.stretch = (value as number) / 100)],
      [ops.setLeading, ([value]) => void (this.state.leading = value as number)],
      [ops.setTextRise, ([value]) => void (this.state.rise = value as number)],
      [ops.setTextRenderingMode, ([value]) => void (this.state.mode = value as number)],
      [ops.setFont, ([name, size]) => this.setFont(name as string, size as number)],
      [ops.setTextMatrix, ([matrix]) => pen.set(Array.from(matrix as ArrayLike<number>) as unknown as Matrix)],
      [ops.moveText, ([x, y]) => pen.moveLine(x as number, y as number)],
      [
        ops.setLeadingMoveText,
        ([x, y]) => {
          this.state.leading = -(y as number);
          pen.moveLine(x as number, y as number);
        },
      ],
      [ops.nextLine, () => pen.moveLine(0, -this.state.leading)],
      [ops.showText, ([glyphs]) => this.show(glyphs as readonly (ShownGlyph | number)[])],
    ];
  }

  private paintOperators(ops: Pdfjs['OPS']): readonly (readonly [number, Operator])[] {
    const fills = new Set([ops.fill, ops.eoFill]);
    const both = new Set([ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke, ops.closeEOFillStroke]);
    const strokes = new Set([ops.stroke, ops.closeStroke, ...both]);
    const path: Operator = ([paint, parts, box]) => {
      const points = (parts as readonly unknown[])[0] as ArrayLike<number> | null;
      const code = paint as number;
      if (points && box && (fills.has(code) || both.has(code))) this.fill(points, box as CornerPair, fills.has(code));
      if (points && box && strokes.has(code)) this.stroke(points, box as CornerPair);
      if (this.willClip) this.clipTo(box ?? NOWHERE);
      this.willClip = false;
    };
    const masks = new Set([ops.setGState, ops.beginMarkedContentProps]);
    return [
      [ops.constructPath, path],
      [ops.paintImageXObject, () => this.paintPicture(!masks.has(this.previous))],
      [ops.paintInlineImageXObject, () => this.paintPicture(true)],
      [ops.paintImageMaskXObject, () => this.paintPicture(false)],
    ];
  }

  private get isHidden(): boolean {
    return this.layers.includes(false);
  }

  private save(): void {
    this.saved.push({ ...this.state });
  }

  private restore(): void {
    this.supposePicture();
    this.state = this.saved.pop() ?? this.state;
  }

  private transform(matrix: unknown): void {
    this.supposePicture();
    if (matrix) this.state.matrix = within(this.state.matrix, Array.from(matrix as ArrayLike<number>) as unknown as Matrix);
    this.isIdle = true;
  }

  private clipTo(box: unknown): void {
    if (box) this.state.clip = bothOf(this.state.clip, edgesWithin(this.state.matrix, box as CornerPair));
  }

  /** pdfjs moves its content when it begins the form in it. */
  private beginGroup({ matrix, bbox }: { readonly matrix?: unknown; readonly bbox?: unknown }): void {
    this.save();
    const { matrix: outer, fillAlpha, groupAlpha, plain } = this.state;
    this.transform(matrix);
    this.clipTo(bbox);
    Object.assign(this.state, { matrix: outer, groupAlpha: groupAlpha * fillAlpha, fillAlpha: 1, strokeAlpha: 1, inMixedGroup: this.state.inMixedGroup || !plain, plain: true }); // prettier-ignore
  }

  private beginAnnotation(box: unknown, place: unknown, matrix: unknown): void {
    this.save();
    this.state = initialState(this.matrix, this.page);
    this.clipTo(box);
    this.transform(place);
    this.transform(matrix);
  }

  private setEntries(entries: readonly (readonly [string, unknown])[]): void {
    for (const [key, value] of entries) {
      if (key === 'Font') this.setFont(...(value as readonly [string, number]));
      else setEntry(this.state, key, value);
    }
  }

  private setFont(name: string, size: number): void {
    const font = this.resources.fontOf(name);
    this.state.font =
      typeof font === 'string'
        ? { ...this.state.font, broken: true }
        : { scale: font.fontMatrix?.[0] ?? 0.001, vertical: font.vertical === true, broken: false };
    this.state.fontSize = size;
  }

  private fill(points: ArrayLike<number>, box: CornerPair, isRuling: boolean): void {
    this.isIdle = false;
    const { matrix, fillColour: colour, fillAlpha, groupAlpha } = this.state;
    if (this.isHidden || fillAlpha * groupAlpha === 0) return;
    if (isRuling) fillRulings(points, matrix, this.rulings);
    const rectangles = rectanglesOf(points, matrix);
    if (rectangles.length === 1) this.cover(rectangles[0] as Edges, colour, this.isOpaque(fillAlpha));
    else this.cover(edgesWithin(matrix, box), colour, false);
  }

  private stroke(points: ArrayLike<number>, box: CornerPair): void {
    this.isIdle = false;
    const { matrix, strokeColour: colour, strokeAlpha, groupAlpha, lineWidth } = this.state;
    if (this.isHidden || strokeAlpha * groupAlpha === 0) return;
    const width = lineWidth * Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
    if (width <= THICKEST_STROKE) return strokeRulings(points, matrix, this.rulings);
    const { left, right, top, bottom } = edgesWithin(matrix, box);
    this.cover({ left: left - width / 2, right: right + width / 2, top: top - width / 2, bottom: bottom + width / 2 }, colour, false);
  }

  private paintPicture(isWhole: boolean): void {
    this.isIdle = false;
    const { matrix, fillAlpha } = this.state;
    const [a, b, c, d] = matrix;
    const isUpright = Math.min(Math.abs(b) + Math.abs(c), Math.abs(a) + Math.abs(d)) < 1;
    if (!this.isHidden) this.cover(edgesWithin(matrix, UNIT_SQUARE), null, isWhole && isUpright && this.isOpaque(fillAlpha));
  }

  private supposePicture(): void {
    const { clip, matrix } = this.state;
    if (this.isIdle && !this.isHidden)
      this.paper.cover({ area: bothOf(edgesWithin(matrix, UNIT_SQUARE), clip), colour: null, opaque: true, supposed: true });
    this.isIdle = false;
  }

  private isOpaque(alpha: number): boolean {
    const { plain, inMixedGroup, groupAlpha } = this.state;
    return plain && !inMixedGroup && alpha * groupAlpha > 0.99;
  }

  private cover(area: Edges, colour: Colour | null, opaque: boolean): void {
    this.paper.cover({ area: bothOf(area, this.state.clip), colour, opaque });
  }

  private show(glyphs: readonly (ShownGlyph | number)[]): void {
    this.isIdle = false;
    if (this.state.font.broken) throw new RefusedDocument(refuseDamaged());
    const { fontSize, font, stretch, charSpacing, wordSpacing } = this.state;
    const across = font.vertical ? 0 : stretch;
    const down = font.vertical ? 1 : 0;
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        const back = (-glyph * fontSize) / 1000;
        this.pen.advance(back * across, back * down);
        continue;
      }
      this.write(glyph);
      const spacing = charSpacing + (glyph.isSpace ? wordSpacing : 0);
      if (font.vertical) this.pen.advance(0, ((glyph.vmetric?.[0] ?? DOWNWARDS) * fontSize) / 1000 - spacing);
      else this.pen.advance((glyph.width * font.scale * fontSize + spacing) * stretch, 0);
    }
  }

  private write(shown: ShownGlyph): void {
    const { mode, fillColour, strokeColour, fillAlpha, strokeAlpha, groupAlpha, clip } = this.state;
    if (shown.unicode.trim() !== '') this.written += 1;
    if (this.isHidden || !(FILLED.has(mode) || OUTLINED.has(mode))) return;
    const glyph = placeGlyph(shown, this.state, this.pen.matrix);
    if (glyph === null || glyph.size * LARGEST_PAGE < Math.max(this.page.right, this.page.bottom)) return;
    const colours = [...(FILLED.has(mode) ? [fillColour] : []), ...(OUTLINED.has(mode) ? [strokeColour] : [])];
    const alpha = Math.max(FILLED.has(mode) ? fillAlpha : 0, OUTLINED.has(mode) ? strokeAlpha : 0) * groupAlpha;
    this.paper.write(glyph, { colours, alpha, clip });
  }
}

function colourOf(hex: unknown): Colour {
  const value = Number.parseInt((hex as string).slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
