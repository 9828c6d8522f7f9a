import type { BarSeriesOption, EChartsOption, LineSeriesOption } from 'echarts';
import { LEGEND } from './legend';
import { loneBarItem } from './bar-items';
import { markCarrier, marksOf, slotAxis } from './boundary-marks';
import { chartFrame, keyHeight, keyLines, keyTitle, slotTooltip, valueAxis, yearAxis } from './chart-frame';
import { yearsOf, type ChartInput } from './chart-input';
import { emptyOption, emptyReasons } from './empty-option';
import { hasDashes, lineSegments } from './line-segments';
import { colourAt, shapeAt } from './palette';
import { panelGrid, panelReason, panelsHeight, panelTitle, type PanelLayout } from './panel-layout';
import { yearWords } from './tooltip';
import { panelsOf, type ChartPanel, type TrendInput } from './trend-panels';
import { wordsOf } from './words';

const LEGEND_HEIGHT = 34;

/**
 * Indicators year over year as small multiples, each on a linear axis of its own from zero: figures of very different size are
 * parted into panels, because a logarithmic axis has no place for the zeros that most reports are full of.
 */
export function trendOption(input: TrendInput): EChartsOption {
  const panels = panelsOf(input);
  if (panels.every(({ isEmpty }) => isEmpty)) return emptyOption(input);
  const layout = layoutOf(input, panels);
  const drawn = panels.flatMap((panel, index) => (panel.isEmpty ? [] : [{ panel, index }]));
  const years = yearsOf(input.rows);
  const key = keyOf(panels, input);
  return {
    ...chartFrame(input),
    ...slotTooltip(({ panel, index }) => {
      const series = panels[panel]?.series;
      const year = years[index];
      return !series || year === undefined ? null : { title: wordsOf(input.language).year(year), lines: yearWords(series, index, input) };
    }),
    title: [
      ...panels.map(({ title }, index) => panelTitle(index, title, layout)),
      ...panels.flatMap(({ isEmpty }, index) => (isEmpty ? [panelReason(index, reasonsOf(panels, index, input), layout)] : [])),
      ...(key.length > 0 ? [keyTitle(key)] : []),
    ],
    legend: { ...LEGEND, show: layout.top > 0, data: legendOf(panels) },
    grid: drawn.map(({ index }) => panelGrid(index, layout)),
    xAxis: drawn.flatMap(({ panel }, grid) => [yearAxis(grid, years, panel.series, input), slotAxis(grid, years.length)]),
    yAxis: drawn.flatMap(({ panel }, grid) =>
      panel.series.slice(0, 1).map(({ indicator }) => valueAxis(grid, indicator, panel.series, input)),
    ),
    series: drawn.flatMap(({ panel, index }, grid) => panelSeries(panel, { index, grid }, input)),
  };
}

/** The height in pixels at which the panels of a trend are drawn as they were meant. */
export function trendHeight(input: TrendInput): number {
  const panels = panelsOf(input);
  return panelsHeight(panels.length, layoutOf(input, panels)) + keyHeight(keyOf(panels, input));
}

function layoutOf({ columns = 2 }: TrendInput, panels: readonly ChartPanel[]): PanelLayout {
  return { columns: Math.min(columns, panels.length), top: legendOf(panels).length > 0 ? LEGEND_HEIGHT : 0 };
}

/** Only where a panel holds more than one series: one alone is named by its panel's title. */
function legendOf(panels: readonly ChartPanel[]): string[] {
  return [...new Set(panels.filter(({ series }) => series.length > 1).flatMap(({ series }) => series.map(({ name }) => name)))];
}

function keyOf(panels: readonly ChartPanel[], input: ChartInput): readonly string[] {
  const drawn = panels.filter(({ isEmpty }) => !isEmpty);
  const dashed = drawn.some(({ series, bars }) => series.some((one) => !bars.includes(one) && hasDashes(one)));
  return keyLines(
    drawn.flatMap(({ series }) => series),
    {
      gaps: drawn.some(({ gaps }) => gaps.length > 0),
      breaks: drawn.some(({ boundaries }) => boundaries.some(({ verdict }) => verdict === 'none')),
      notes: dashed || drawn.some(({ boundaries }) => boundaries.some(({ verdict }) => verdict === 'note')),
      incomplete: false,
    },
    input,
  );
}

function reasonsOf(panels: readonly ChartPanel[], index: number, input: TrendInput): readonly string[] {
  const rows = (panels[index]?.series ?? []).flatMap(({ points }) => points.filter((point) => point !== null));
  return emptyReasons({ ...input, rows });
}

function panelSeries(
  { series, bars, boundaries, gaps }: ChartPanel,
  { index, grid }: { index: number; grid: number },
  { language }: TrendInput,
): (LineSeriesOption | BarSeriesOption)[] {
  const axes = { xAxisIndex: 2 * grid, yAxisIndex: grid };
  const marks = marksOf(boundaries, gaps);
  const drawn = series.flatMap((one, place): readonly (LineSeriesOption | BarSeriesOption)[] => {
    const id = `${index}:${one.key}`;
    const colour = colourAt(place);
    if (!bars.includes(one)) return lineSegments(one, { ...axes, id, colour, shape: shapeAt(place) });
    const data = one.points.map((point) => loneBarItem(point, colour));
    return [{ ...axes, type: 'bar', id, name: one.name, color: colour, barMaxWidth: 36, data }];
  });
  return [markCarrier(`${index}:marks`, marks, { ...axes, xAxisIndex: 2 * grid + 1 }, language), ...drawn];
}
