import type { EChartsOption } from 'echarts';

type Decals = NonNullable<NonNullable<Extract<EChartsOption['aria'], { decal?: unknown }>['decal']>['decals']>;
type Decal = Decals extends readonly (infer One)[] ? One : Exclude<Decals, readonly unknown[]>;

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

/**
 * Patterns that tell series apart without colour: none for the first, then such as differ by direction and shape;
 * thin and white, so that they do not shout on a page that is open all day.
 */
export const DECALS = [
  { symbol: 'none' },
  line(Math.PI / 4, 5),
  dot('circle', 5),
  line(-Math.PI / 4, 5),
  line(0, 5),
  dot('rect', 6),
] as Decal[];
