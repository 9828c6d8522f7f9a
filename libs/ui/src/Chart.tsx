import { useEffect, useRef, useState, type JSX, type ReactNode, type RefObject } from 'react';
import type { ChartEngine, ChartInstance, EngineEvent } from './chart-engine';
import { drawOnPaper } from './draw-on-paper';

export interface ChartStateWords {
  readonly loading: string;
  readonly failed: string;
}

export interface ChartProps {
  /** An ECharts option, the function of rows that `libs/charts` makes. */
  readonly option: object;
  /** The same for paper: whole at once, and plain without colour. */
  readonly paper: object;
  readonly label: string;
  /** The data in sentences, for those who do not see the picture. */
  readonly description: string;
  readonly height: number;
  readonly echarts: () => Promise<ChartEngine>;
  readonly words: ChartStateWords;
  /** A bar or a symbol was clicked: the id of its series and its place in it. */
  readonly onPick?: ((picked: { readonly seriesId: string; readonly dataIndex: number }) => void) | undefined;
}

/**
 * Owns one ECharts instance: made once, given every new option, resized with its box; `data-painted` is true when a picture stands. What is printed is
 * a drawing of its own, because a page on paper has another width than the window.
 */
export function Chart({ option, paper, label, description, height, echarts, words, onPick }: ChartProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const { engine, instance, failed, painted, onPaint } = useEngine(box, echarts);
  const sheet = usePaper(engine, paper, height);
  useEffect(() => {
    if (instance === null) return;
    onPaint(false);
    instance.setOption(option as never, { notMerge: true });
  }, [instance, option, onPaint]);
  useEffect(() => {
    if (instance === null || onPick === undefined) return undefined;
    const clicked = ({ seriesId, dataIndex }: EngineEvent): void => {
      if (seriesId !== undefined && dataIndex !== undefined) onPick({ seriesId, dataIndex });
    };
    instance.on('click', clicked);
    return () => instance.off('click', clicked);
  }, [instance, onPick]);
  return (
    <figure className="gk-chart" data-painted={painted} aria-label={label}>
      <div ref={box} className="gk-chart-screen" style={{ height }} role="img" aria-label={`${label} ${description}`} />
      <div ref={sheet} className="gk-chart-paper" />
      {!instance && <Waiting>{failed ? words.failed : words.loading}</Waiting>}
    </figure>
  );
}

function Waiting({ children }: { readonly children: ReactNode }): JSX.Element {
  return (
    <p className="gk-chart-waiting" role="status">
      {children}
    </p>
  );
}

interface Engine {
  readonly engine: ChartEngine | null;
  readonly instance: ChartInstance | null;
  readonly failed: boolean;
  readonly painted: boolean;
  readonly onPaint: (painted: boolean) => void;
}

function useEngine(box: RefObject<HTMLDivElement | null>, load: () => Promise<ChartEngine>): Engine {
  const [engine, setEngine] = useState<ChartEngine | null>(null);
  const [instance, setInstance] = useState<ChartInstance | null>(null);
  const [failed, setFailed] = useState(false);
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    const element = box.current;
    let made: ChartInstance | null = null;
    let left = false;
    const resized = new ResizeObserver(() => made?.resize());
    load().then(
      (loaded) => {
        if (left || element === null) return;
        setEngine(loaded);
        made = loaded.init(element, null, { renderer: 'canvas' });
        made.on('finished', () => setPainted(true));
        resized.observe(element);
        setInstance(made);
      },
      () => setFailed(true),
    );
    return () => {
      left = true;
      resized.disconnect();
      made?.dispose();
      setInstance(null);
    };
  }, [box, load]);
  return { engine, instance, failed, painted, onPaint: setPainted };
}

/** Where the drawing for paper stands while a page is printed. */
function usePaper(engine: ChartEngine | null, option: object, height: number): RefObject<HTMLDivElement | null> {
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (engine === null) return undefined;
    const draw = (): void => sheet.current?.replaceChildren(drawOnPaper(engine, option, height));
    const clear = (): void => sheet.current?.replaceChildren();
    window.addEventListener('beforeprint', draw);
    window.addEventListener('afterprint', clear);
    return () => {
      window.removeEventListener('beforeprint', draw);
      window.removeEventListener('afterprint', clear);
    };
  }, [engine, option, height]);
  return sheet;
}
