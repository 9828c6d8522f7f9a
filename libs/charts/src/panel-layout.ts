import type { GridComponentOption, TitleComponentOption } from 'echarts';
import { FADED_INK, INK } from './palette';

const TITLE_HEIGHT = 40;
const GRID_HEIGHT = 190;
const GUTTER = 3;

/** Small multiples side by side and below each other: widths in percent, heights in pixels. */
export interface PanelLayout {
  readonly columns: number;
  /** Pixels kept free above for the legend. */
  readonly top: number;
}

export function panelsHeight(count: number, { columns, top }: PanelLayout): number {
  return top + Math.ceil(count / columns) * (TITLE_HEIGHT + GRID_HEIGHT);
}

function placeOf(index: number, { columns, top }: PanelLayout): { left: number; width: number; top: number } {
  const width = (100 - GUTTER * (columns - 1)) / columns;
  return { left: (index % columns) * (width + GUTTER), width, top: top + Math.floor(index / columns) * (TITLE_HEIGHT + GRID_HEIGHT) };
}

export function panelTitle(index: number, text: string, layout: PanelLayout): TitleComponentOption {
  const { left, top } = placeOf(index, layout);
  return { id: `panel:${index}`, text, left: `${left}%`, top, padding: 0, textStyle: { color: INK, fontSize: 13, fontWeight: 'bold' } };
}

/** In place of the axes of a panel without a value. */
export function panelReason(index: number, lines: readonly string[], layout: PanelLayout): TitleComponentOption {
  const { left, width, top } = placeOf(index, layout);
  return {
    id: `reason:${index}`,
    text: lines.join('\n'),
    left: `${left + width / 2}%`,
    top: top + TITLE_HEIGHT + GRID_HEIGHT / 2 - 20,
    textAlign: 'center',
    textStyle: { color: FADED_INK, fontSize: 13, fontWeight: 'normal', lineHeight: 20 },
  };
}

export function panelGrid(index: number, layout: PanelLayout): GridComponentOption {
  const { left, width, top } = placeOf(index, layout);
  return {
    left: `${left}%`,
    width: `${width}%`,
    top: top + TITLE_HEIGHT,
    height: GRID_HEIGHT - 12,
    outerBoundsMode: 'same',
    outerBoundsContain: 'axisLabel',
  };
}
