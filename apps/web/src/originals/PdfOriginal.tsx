import type { OriginalPage } from '@gongkai/model';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useMemo, useState, type JSX } from 'react';
import { FaultNote } from '../feedback/FaultNote';
import { Waiting } from '../feedback/Waiting';
import styles from './originals.module.css';
import { PdfSheet } from './PdfSheet';
import type { OriginalSpot } from './placed-cells';
import type { SpotChoice } from './SpotButton';
import { useOriginalBytes } from './use-original';

interface Props extends SpotChoice {
  /** Where the file itself is. */
  readonly path: string;
  readonly pages: readonly OriginalPage[];
  readonly spots: ReadonlyMap<string, OriginalSpot>;
  /** Of the room there is: 1 fits the pages into it. */
  readonly zoom: number;
}

/** A PDF drawn page by page as far as it is looked at, with a box over every place a figure was read from. */
export function PdfOriginal({ path, pages, spots, zoom, ...choice }: Props): JSX.Element {
  const { data, error, refetch } = useOriginalBytes(path);
  const pdf = useOpenPdf(data);
  const byPage = useMemo(() => pageSpots([...spots.values()]), [spots]);
  const trouble = error ?? pdf.error;
  if (trouble !== null) return <FaultNote error={trouble} onRetry={() => void refetch()} />;
  if (pdf.file === null) return <Waiting lines={12} />;
  const { file } = pdf;
  return (
    <div className={styles.pages} style={{ width: `${zoom * 100}%` }}>
      {pages.map((page) => (
        <PdfSheet key={page.number} file={file} page={page} zoom={zoom} spots={byPage.get(page.number) ?? NO_SPOTS} {...choice} />
      ))}
    </div>
  );
}

const NO_SPOTS: readonly OriginalSpot[] = [];

function pageSpots(spots: readonly OriginalSpot[]): ReadonlyMap<number, readonly OriginalSpot[]> {
  const byPage = new Map<number, OriginalSpot[]>();
  for (const spot of spots) {
    const { page, box } = spot.place;
    if (page !== undefined && box) byPage.set(page, [...(byPage.get(page) ?? []), spot]);
  }
  return byPage;
}

interface OpenPdf {
  readonly file: PDFDocumentProxy | null;
  readonly error: unknown;
}

/** pdf.js is fetched with the first PDF. */
function useOpenPdf(bytes: ArrayBuffer | undefined): OpenPdf {
  const [open, setOpen] = useState<OpenPdf>({ file: null, error: null });
  useEffect(() => {
    if (bytes === undefined) return undefined;
    let close: (() => void) | null = null;
    let over = false;
    const begin = async (): Promise<void> => {
      const { openPdf } = await import('./pdf-file');
      if (over) return;
      const task = openPdf(bytes);
      close = task.close;
      const file = await task.opened;
      if (!over) setOpen({ file, error: null });
    };
    begin().catch((error: unknown) => {
      if (!over) setOpen({ file: null, error });
    });
    return () => {
      over = true;
      close?.();
      setOpen({ file: null, error: null });
    };
  }, [bytes]);
  return open;
}
