import { apply, within, type Matrix } from './matrix';
import type { PdfPage, Pdfjs } from './open-pdf';
import { refuseDamaged, Refused } from '../refusals';
import { plainText } from '../labels/plain-text';
import { drawnOnce } from './drawn-once';
import { UNKNOWN, type Glyph, type PageMarks } from './page-marks';
import { fillRulings, strokeRulings, type Rulings } from './path-rulings';
import { initialState, TextPen, type GraphicsState } from './text-state';

/** A glyph as pdfjs hands it over in `showText`. */
interface ShownGlyph {
  readonly unicode: string;
  /** In glyph space. */
  readonly width: number;
  /** Code 32 of a simple font, which word spacing applies to; it may mean any character. */
  readonly isSpace: boolean;
  /** Advance downwards and the origin's offset, in vertical writing. */
  readonly vmetric?: readonly [number, number, number];
}

type Arguments = readonly unknown[];
type Operator = (args: Arguments) => void;

const INVISIBLE_MODES: ReadonlySet<number> = new Set([3, 7]);
/** How far text may lean and still count as running along an axis: the sine of three degrees. */
const LEAN = 0.052;
const ASCENT = 0.88;
const DESCENT = -0.12;
/** What pdfjs assumes where the font does not say: one em downwards. */
const DOWNWARDS = -1000;
/** Lines thicker than this are drawings. */
const THICKEST_STROKE = 6;

/** Everything drawn on a page in one pass over its operators. Text that leans (a watermark), is invisible or lies beyond the page is left out. */
export async function scanPage(page: PdfPage, pdfjs: Pdfjs, turn = 0): Promise<PageMarks> {
  const view = page.getViewport({ scale: 1, rotation: (page.rotate + turn * 90) % 360 });
  const operators = await page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.ENABLE });
  const scan = new PageScan(view.transform as unknown as Matrix, (name) => page.commonObjs.get(name) as LoadedFont | string);
  const run = scan.operators(pdfjs.OPS);
  operators.fnArray.forEach((code, at) => run.get(code)?.((operators.argsArray[at] ?? []) as Arguments));
  const { width, height } = view;
  const glyphs = scan.glyphs.filter((each) => each.right > 0 && each.left < width && each.bottom > 0 && each.top < height);
  return { page: page.pageNumber, width, height, glyphs: drawnOnce(glyphs), ...scan.rulings };
}

interface LoadedFont {
  readonly fontMatrix?: readonly number[];
  readonly vertical?: boolean;
}

class PageScan {
  readonly glyphs: Glyph[] = [];
  readonly rulings: Rulings = { horizontals: [], verticals: [] };
  private state: GraphicsState;
  private readonly saved: GraphicsState[] = [];
  private readonly pen = new TextPen();

  constructor(
    private readonly page: Matrix,
    private readonly fontOf: (name: string) => LoadedFont | string,
  ) {
    this.state = initialState(page);
  }

  operators(ops: Pdfjs['OPS']): ReadonlyMap<number, Operator> {
    return new Map<number, Operator>([...this.stateOperators(ops), ...this.textOperators(ops), ...this.paintOperators(ops)]);
  }

  private stateOperators(ops: Pdfjs['OPS']): readonly (readonly [number, Operator])[] {
    const save = (): void => void this.saved.push({ ...this.state });
    const restore = (): void => void (this.state = this.saved.pop() ?? this.state);
    const transform = (matrix: unknown): void => {
      if (matrix) this.state.matrix = within(this.state.matrix, matrix as Matrix);
    };
    return [
      [ops.save, save],
      [ops.restore, restore],
      [ops.transform, (args) => transform(args)],
      [ops.setLineWidth, ([width]) => void (this.state.lineWidth = width as number)],
      [ops.setGState, ([entries]) => this.setEntries(entries as readonly (readonly [string, unknown])[])],
      [ops.paintFormXObjectBegin, ([matrix]) => (save(), transform(matrix))],
      [ops.paintFormXObjectEnd, restore],
      [ops.beginGroup, ([group]) => (save(), transform((group as { matrix?: unknown }).matrix))],
      [ops.endGroup, restore],
      [ops.beginAnnotation, ([, , place, matrix]) => (save(), this.startOver(), transform(place), transform(matrix))],
      [ops.endAnnotation, restore],
    ];
  }

  private textOperators(ops: Pdfjs['OPS']): readonly (readonly [number, Operator])[] {
    const { pen } = this;
    const nextLine = (): void => pen.moveLine(0, -this.state.leading);
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
      [ops.nextLine, nextLine],
      [ops.showText, ([glyphs]) => this.show(glyphs as readonly (ShownGlyph | number)[])],
    ];
  }

  private paintOperators(ops: Pdfjs['OPS']): readonly (readonly [number, Operator])[] {
    const strokes = new Set([ops.stroke, ops.closeStroke, ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke, ops.closeEOFillStroke]);
    const fills = new Set([ops.fill, ops.eoFill]);
    const path: Operator = ([paint, parts]) => {
      const points = (parts as readonly unknown[])[0] as ArrayLike<number> | null;
      if (!points || this.state.fillAlpha === 0) return;
      if (strokes.has(paint as number) && this.strokeWidth() <= THICKEST_STROKE) strokeRulings(points, this.state.matrix, this.rulings);
      if (fills.has(paint as number)) fillRulings(points, this.state.matrix, this.rulings);
    };
    return [[ops.constructPath, path]];
  }

  private startOver(): void {
    this.state = initialState(this.page);
  }

  private strokeWidth(): number {
    const [a, b, c, d] = this.state.matrix;
    return this.state.lineWidth * Math.sqrt(Math.abs(a * d - b * c));
  }

  private setEntries(entries: readonly (readonly [string, unknown])[]): void {
    for (const [key, value] of entries) {
      if (key === 'LW') this.state.lineWidth = value as number;
      if (key === 'ca') this.state.fillAlpha = value as number;
      if (key === 'Font') this.setFont(...(value as readonly [string, number]));
    }
  }

  private setFont(name: string, size: number): void {
    const font = this.fontOf(name);
    this.state.font =
      typeof font === 'string'
        ? { ...this.state.font, broken: true }
        : { scale: font.fontMatrix?.[0] ?? 0.001, vertical: font.vertical === true, broken: false };
    this.state.fontSize = size;
  }

  private show(glyphs: readonly (ShownGlyph | number)[]): void {
    if (this.state.font.broken) throw new Refused(refuseDamaged());
    const { fontSize, font, stretch, charSpacing, wordSpacing } = this.state;
    const across = font.vertical ? 0 : stretch;
    const down = font.vertical ? 1 : 0;
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        const back = (-glyph * fontSize) / 1000;
        this.pen.advance(back * across, back * down);
        continue;
      }
      this.paint(glyph);
      const spacing = charSpacing + (glyph.isSpace ? wordSpacing : 0);
      if (font.vertical) this.pen.advance(0, ((glyph.vmetric?.[0] ?? DOWNWARDS) * fontSize) / 1000 - spacing);
      else this.pen.advance((glyph.width * font.scale * fontSize + spacing) * stretch, 0);
    }
  }

  private paint(glyph: ShownGlyph): void {
    const { fontSize, font, stretch, rise, mode, fillAlpha } = this.state;
    if (INVISIBLE_MODES.has(mode) || fillAlpha === 0 || fontSize === 0) return;
    const text = meaningOf(glyph);
    if (text.trim() === '') return;
    const matrix = within(this.state.matrix, within(this.pen.matrix, [fontSize * stretch, 0, 0, fontSize, 0, rise]));
    const turn = turnOf(matrix, Math.sign(fontSize));
    if (turn === null) return;
    const wide = glyph.width * font.scale;
    const [left, bottom] = font.vertical ? [-wide / 2, -1] : [0, DESCENT];
    const corners = [apply(matrix, left, bottom), apply(matrix, left + wide, bottom + ASCENT - DESCENT)] as const;
    const [one, other] = corners;
    this.glyphs.push({
      text,
      left: Math.min(one.x, other.x),
      right: Math.max(one.x, other.x),
      top: Math.min(one.y, other.y),
      bottom: Math.max(one.y, other.y),
      size: Math.hypot(matrix[2], matrix[3]),
      turn,
    });
  }
}

/** Control characters and private ones are what a font says that does not say what its glyphs mean. */
const MEANINGLESS = /[\p{Cc}\p{Co}\p{Cs}]/u;
/** Radicals and compatibility ideographs: the same glyph as the character that was typed, so that many a PDF names the one for the other. */
const LOOKALIKE = /[\u2E80-\u2FDF\uF900-\uFAFF]/;

function meaningOf({ unicode }: ShownGlyph): string {
  if (unicode === '' || MEANINGLESS.test(unicode)) return UNKNOWN;
  return LOOKALIKE.test(unicode) ? plainText(unicode) : unicode;
}

/** Quarter turns clockwise; null where the text runs along no axis of the page. */
function turnOf([a, b]: Matrix, sign: number): Glyph['turn'] | null {
  const length = Math.hypot(a, b);
  const x = (sign * a) / length;
  const y = (sign * b) / length;
  if (Math.abs(y) <= LEAN) return x > 0 ? 0 : 2;
  if (Math.abs(x) <= LEAN) return y > 0 ? 1 : 3;
  return null;
}
