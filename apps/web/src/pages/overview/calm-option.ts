import type { EChartsOption } from 'echarts';

const WHITE = 'rgba(255, 255, 255, 0.55)';
const line = (rotation: number, gap: number): object => ({
  color: WHITE,
  symbol: 'rect',
  dashArrayX: [1, 0],
  dashArrayY: [1, gap],
  rotation,
});
const dot = (symbol: string, gap: number): object => ({
  color: WHITE,
  symbol,
  symbolSize: 0.8,
  dashArrayX: [
    [3, gap],
    [0, gap, 3, 0],
  ],
  dashArrayY: [3, gap],
});

/** None for the first, then patterns that differ by direction and shape. */
const DECALS: readonly object[] = [
  { symbol: 'none' },
  line(Math.PI / 4, 5),
  dot('circle', 5),
  line(-Math.PI / 4, 5),
  line(0, 5),
  dot('rect', 6),
];

/** For pages that are open all day: patterns thin and white, so that they tell series apart without shouting; a legend that wraps before it turns pages. */
export function calmOption(option: EChartsOption): EChartsOption {
  const { aria, legend } = option;
  const decal = { ...(aria && !Array.isArray(aria) ? aria.decal : {}), decals: DECALS };
  return {
    ...option,
    ...(aria && !Array.isArray(aria) ? { aria: { ...aria, decal } as NonNullable<EChartsOption['aria']> } : {}),
    ...(legend && !Array.isArray(legend) ? { legend: { ...legend, itemWidth: 14, itemHeight: 10, itemGap: 12 } } : {}),
  };
}
