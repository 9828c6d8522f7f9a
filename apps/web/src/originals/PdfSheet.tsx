import type { Box, OriginalPage } from '@gongkai/model';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState, type CSSProperties, type JSX, type RefObject } from 'react';
import { useWords } from '../words/use-words';
import styles from './originals.module.css';
import type { OriginalSpot } from './placed-cells';
import { SpotButton, type SpotChoice } from './SpotButton';

interface Props extends SpotChoice {
  readonly file: PDFDocumentProxy;
  readonly page: OriginalPage;
  readonly spots: readonly OriginalSpot[];
  readonly zoom: number;
}

/** Pages this far from what is seen are drawn too, in parts of the room. */
const AHEAD = '60%';
/** More dots on a screen than this show nothing more of a report. */
const MOST_DENSE = 2;

/** One page: drawn while it is near, its places always there. */
export function PdfSheet({ file, page, spots, zoom, ...choice }: Props): JSX.Element {
  const { t } = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const near = useNear(frame);
  const { canvas, drawing } = useDrawnPage({ file, page, frame, near, zoom });
  return (
    <div
      ref={frame}
      className={styles.page}
      style={{ aspectRatio: `${page.width} / ${page.height}` }}
      data-page={page.number}
      data-painted={near ? drawing !== 'begun' : undefined}
    >
      {drawing === 'failed' && <p>{t('original.undrawn')}</p>}
      <canvas ref={canvas} role="img" aria-label={t('original.page', { page: page.number })} />
      {spots.map((spot) => (
        <SpotButton key={spot.key} spot={spot} {...choice} style={boxStyle(spot.place.box, page)} />
      ))}
    </div>
  );
}

function boxStyle(box: Box | undefined, { width, height }: OriginalPage): CSSProperties {
  if (!box) return {};
  const percent = (part: number, whole: number): string => `${(part / whole) * 100}%`;
  return {
    left: percent(box.left, width),
    top: percent(box.top, height),
    width: percent(box.width, width),
    height: percent(box.height, height),
  };
}

function useNear(frame: RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const watch = new IntersectionObserver((seen) => setNear(seen.some(({ isIntersecting }) => isIntersecting)), {
      root: element.closest('[data-original-scroll]'),
      rootMargin: AHEAD,
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [frame]);
  return near;
}

/** A page that cannot be drawn keeps its places. */
type Drawing = 'begun' | 'done' | 'failed';

interface ToDraw extends Pick<Props, 'file' | 'page' | 'zoom'> {
  readonly frame: RefObject<HTMLElement | null>;
  readonly near: boolean;
}

/** Draws at the width the page has now; a page that went far away gives its canvas back. */
function useDrawnPage({ file, page, frame, near, zoom }: ToDraw): {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly drawing: Drawing;
} {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawing, setDrawing] = useState<Drawing>('begun');
  const width = useWidth(frame);
  useEffect(() => {
    const target = canvas.current;
    if (target === null || !near || width === 0) return undefined;
    let over = false;
    let cancel: (() => void) | null = null;
    const draw = async (): Promise<void> => {
      const own = await file.getPage(page.number);
      if (over) return;
      const scale = (width * Math.min(window.devicePixelRatio, MOST_DENSE)) / page.width;
      const viewport = own.getViewport({ scale, rotation: page.turn });
      target.width = Math.ceil(viewport.width);
      target.height = Math.ceil(viewport.height);
      const task = own.render({ canvas: target, viewport });
      cancel = () => task.cancel();
      await task.promise;
      if (!over) setDrawing('done');
    };
    draw().catch(() => {
      if (!over) setDrawing('failed');
    });
    return () => {
      over = true;
      cancel?.();
      setDrawing('begun');
      target.width = 0;
      target.height = 0;
    };
  }, [file, page, near, width, zoom]);
  return { canvas, drawing };
}

/** Whole CSS pixels; follows the frame after a pause. */
function useWidth(frame: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const watch = new ResizeObserver(([seen]) => seen && setWidth(Math.round(seen.contentRect.width)));
    watch.observe(element);
    return () => watch.disconnect();
  }, [frame]);
  return width;
}
