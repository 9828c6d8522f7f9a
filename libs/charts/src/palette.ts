/**
 * Blue, orange, green, purple, brown, crimson, ink and maroon: each stands 3:1 against white (WCAG 1.4.11), and each pair, the grey of few cases
 * included, lies far apart for readers of every colour sense (CIEDE2000 of at least 12, held by the test of this file).
 */
export const PALETTE: readonly string[] = ['#2b95fd', '#db7b08', '#2f645d', '#6f1fcc', '#814801', '#d02874', '#1f2933', '#480703'];

/** Symbols that repeat out of step with the colours, so that a pair of both stays one series' own for 40 series. */
export const SHAPES: readonly string[] = ['circle', 'rect', 'triangle', 'diamond', 'roundRect'];

export const INK = '#1f2933';
export const FADED_INK = '#52606d';
export const FEW_CASES = '#7b8794';
export const GRID_LINE = '#e4e7eb';
export const GAP_GROUND = '#f0f2f5';

export function colourAt(index: number): string {
  return PALETTE[index % PALETTE.length] ?? INK;
}

export function shapeAt(index: number): string {
  return SHAPES[index % SHAPES.length] ?? 'circle';
}

/**
 * The same colour, the paler the smaller the share (0 to 1) of agencies that stand behind the figure: a tenth missing shows,
 * half missing is nearly white. Its outline keeps the full colour.
 */
export function paler(colour: string, share: number): string {
  const white = Math.min(0.85, 1.7 * (1 - share));
  const parts = [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
  return `#${parts
    .map((part) =>
      Math.round(part + (255 - part) * white)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
