import type { Grid, Line, Rule, Term } from '@gongkai/model';
import type { PrintedLine } from '../tables/stretch';

/** A printed line and the row of the form it is. */
export interface PlacedLine {
  readonly line: PrintedLine;
  readonly target: { readonly grid: Grid; readonly row: Line } | null;
}

type Figures = ReadonlyMap<string, readonly string[]>;

const MOST_TRIES = 20_000;

/**
 * Lines that can be cut in several ways, cut in the one way in which the equations of the form hold down every column. Null where none or
 * several do, or where a row that an equation needs is not there.
 */
export function resolveCuts(lines: readonly PlacedLine[], rules: readonly Rule[]): ReadonlyMap<PrintedLine, PrintedLine> | null {
  const open = lines.filter(({ line, target }) => target !== null && line.cut !== undefined && line.cut.ways.length > 1);
  const grid = open[0]?.target?.grid;
  const equations = rules.filter((rule) => rule.grid === grid?.id && rule.each === 'column' && rule.relation === '=' && isOfThisYear(rule));
  const tries = open.reduce((product, { line }) => product * (line.cut?.ways.length ?? 1), 1);
  if (!grid || equations.length === 0 || tries > MOST_TRIES || open.some(({ target }) => target?.grid !== grid)) return null;
  const known = new Map(lines.filter((one) => one.target?.grid === grid && !open.includes(one)).map(figuresOf));
  const held = choicesOf(open).filter((choice) => {
    const all: Figures = new Map([
      ...known,
      ...open.map(({ target }, at): [string, readonly string[]] => [target?.row.code ?? '', choice[at] ?? []]),
    ]);
    return equations.every((rule) => holds(rule, all));
  });
  const [only, ...others] = held;
  return only && others.length === 0 ? new Map(open.map(({ line }, at) => [line, cutAs(line, only[at] ?? [])])) : null;
}

function isOfThisYear({ left, right }: Rule): boolean {
  return [...left, ...right].every(({ year }) => year === 'this');
}

function figuresOf({ line, target }: PlacedLine): [string, readonly string[]] {
  return [target?.row.code ?? '', line.cells.map((cell) => cell?.text ?? '')];
}

function choicesOf(open: readonly PlacedLine[]): readonly (readonly (readonly string[])[])[] {
  return open.reduce<readonly (readonly (readonly string[])[])[]>(
    (choices, { line }) => choices.flatMap((choice) => (line.cut?.ways ?? []).map((way) => [...choice, way])),
    [[]],
  );
}

function holds({ left, right }: Rule, figures: Figures): boolean {
  const terms = [...left, ...right];
  if (!terms.every(({ lines }) => lines.every((code) => figures.has(code)))) return false;
  const width = Math.max(...[...figures.values()].map((row) => row.length));
  return Array.from({ length: width }, (_, column) => sumOf(left, figures, column) === sumOf(right, figures, column)).every(Boolean);
}

/** Blanks and marks count as nothing here, as the equations have it. */
function sumOf(terms: readonly Term[], figures: Figures, column: number): number {
  const amount = (code: string) => Number(/^\d+$/.exec(figures.get(code)?.[column] ?? '')?.[0] ?? '');
  return terms.reduce((sum, { lines, sign, factor }) => sum + lines.reduce((part, code) => part + amount(code), 0) * sign * factor, 0);
}

function cutAs(line: PrintedLine, way: readonly string[]): PrintedLine {
  const [source] = line.stray;
  if (!source || !line.cut) return line;
  return { ...line, cells: way.map((text) => ({ ...source, text })), stray: [], spent: line.stray, cut: { ...line.cut, ways: [way] } };
}
