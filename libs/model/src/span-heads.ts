/** A head of a merged header: where it stands along the lines and across the levels, and how far it reaches. Both count from 0. */
export interface Head {
  readonly text: string;
  readonly line: number;
  readonly lines: number;
  readonly level: number;
  readonly levels: number;
  /** The label of one line itself, not a heading over several. */
  readonly leaf: boolean;
}

export interface LabelledLine {
  readonly label: string;
  /** Headings above the label, outermost first. */
  readonly under: readonly string[];
}

/** How many levels the header of some lines has. */
export function depthOf(lines: readonly LabelledLine[]): number {
  return Math.max(1, ...lines.map(({ under }) => under.length + 1));
}

/**
 * The heads of a statutory header: neighbours under the same heading share one merged head, and a label reaches
 * to the innermost level. The same for rows (read across) and columns (read down).
 */
export function spanHeads(lines: readonly LabelledLine[]): readonly Head[] {
  const depth = depthOf(lines);
  return lines.flatMap(({ label, under }, line) => {
    const opened = under.flatMap((text, level) => {
      if (sharesPath(lines[line - 1], under, level)) return [];
      const rest = lines.slice(line).findIndex((next) => !sharesPath(next, under, level));
      return [{ text, line, lines: rest === -1 ? lines.length - line : rest, level, levels: 1, leaf: false }];
    });
    return [...opened, { text: label, line, lines: 1, level: under.length, levels: depth - under.length, leaf: true }];
  });
}

function sharesPath(line: LabelledLine | undefined, under: readonly string[], level: number): boolean {
  return line !== undefined && line.under.length > level && under.slice(0, level + 1).every((text, at) => line.under[at] === text);
}
