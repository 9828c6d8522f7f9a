import type { ChartEngine } from '@gongkai/ui';

let loading: Promise<ChartEngine> | undefined;

/** The drawing engine, a chunk of its own, fetched when the first chart needs it; a failed fetch is tried again. */
export function loadECharts(): Promise<ChartEngine> {
  loading ??= import('./echarts-parts').then(({ echarts }) => echarts as unknown as ChartEngine);
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}
