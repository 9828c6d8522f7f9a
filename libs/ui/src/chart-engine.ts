/** As much of ECharts as a chart needs; the page brings the engine, so that it stays a chunk of its own. */
export interface ChartEngine {
  readonly init: (box: HTMLElement | null, theme?: null, options?: DrawingOptions) => ChartInstance;
}

/** Without a box a picture is drawn at once as text (`ssr`), in pixels. */
interface DrawingOptions {
  readonly renderer?: 'canvas' | 'svg';
  readonly ssr?: boolean;
  readonly width?: number;
  readonly height?: number;
}

/** What is said of a click: the series by its id, and which of its items. */
export interface EngineEvent {
  readonly seriesId?: string;
  readonly dataIndex?: number;
}

export interface ChartInstance {
  readonly setOption: (option: never, how?: { readonly notMerge?: boolean }) => void;
  readonly resize: () => void;
  readonly renderToSVGString: () => string;
  readonly dispose: () => void;
  readonly on: (event: string, listener: (said: EngineEvent) => void) => void;
  readonly off: (event: string, listener: (said: EngineEvent) => void) => void;
}
