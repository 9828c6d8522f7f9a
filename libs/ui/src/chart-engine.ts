/** As much of ECharts as a chart needs; the page brings the engine, so that it stays a chunk of its own. */
export interface ChartEngine {
  readonly init: (box: HTMLElement, theme?: null, options?: { readonly renderer?: 'canvas' | 'svg' }) => ChartInstance;
}

export interface ChartInstance {
  readonly setOption: (option: never, how?: { readonly notMerge?: boolean }) => void;
  readonly resize: () => void;
  readonly dispose: () => void;
  readonly on: (event: string, listener: () => void) => void;
}
