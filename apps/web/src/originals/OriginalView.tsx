import { ActionIcon, Group } from '@mantine/core';
import { IconX, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { moveFocus, Notice } from '@gongkai/ui';
import type { Original } from '@gongkai/model';
import { useMemo, useRef, useState, type JSX } from 'react';
import { CodeDetail } from '../feedback/CodeDetail';
import { FaultNote } from '../feedback/FaultNote';
import { Waiting } from '../feedback/Waiting';
import { useWords } from '../words/use-words';
import { ChosenPlace } from './ChosenPlace';
import styles from './originals.module.css';
import { PdfOriginal } from './PdfOriginal';
import { spotKey, spotsOf, type PlacedCell, type OriginalSpot } from './placed-cells';
import { RebuiltOriginal } from './RebuiltOriginal';
import type { SpotChoice } from './SpotButton';
import { useLitInView } from './use-lit-in-view';
import { useOriginal } from './use-original';

/** A file that the platform gives at `path`, and at `path/seen` as reading saw it. */
export interface OriginalDocument {
  readonly name: string;
  readonly path: string;
}

interface Props {
  readonly document: OriginalDocument;
  readonly cells: readonly PlacedCell[];
  /** The cell whose place is lit. */
  readonly chosen: string | null;
  /** A place was chosen: one of its cells. */
  readonly onChoose: (cell: string) => void;
  readonly onClose?: () => void;
}

/** In parts of the room. */
const ZOOMS = [1, 1.5, 2, 3] as const;

/** The file a report was read from, with every place a figure came from: choosing one tells its cell, and the chosen cell's place is lit and in view. */
export function OriginalView({ document, cells, chosen, onChoose, onClose }: Props): JSX.Element {
  const { t, say } = useWords();
  const { data, error, isPending, refetch } = useOriginal(document.path);
  const [zoom, setZoom] = useState(0);
  const original = data && 'original' in data ? data.original : null;
  return (
    <section className={`sheet ${styles.view}`} aria-label={t('original.title')} data-original>
      <header className={styles.head}>
        <h2>{t('original.title')}</h2>
        <a href={document.path} download title={document.name}>
          {document.name}
        </a>
        {original !== null && original.pages.length > 0 && <ZoomButtons zoom={zoom} onZoom={setZoom} />}
        {onClose && (
          <ActionIcon variant="subtle" color="gray" size={28} aria-label={t('original.close')} onClick={onClose}>
            <IconX size={17} aria-hidden />
          </ActionIcon>
        )}
      </header>
      {original !== null && <ChosenPlace cell={cells.find(({ cell }) => cell === chosen) ?? null} left={original.left} />}
      {isPending && <Waiting lines={12} />}
      {error && <FaultNote error={error} onRetry={() => void refetch()} />}
      {data && 'refusal' in data && (
        <Notice tone="refusal" title={t('original.refused')} code={data.refusal.code}>
          {say(data.refusal.message)} <CodeDetail code={data.refusal.code} />
        </Notice>
      )}
      {original !== null && <Shown {...{ document, original, cells, chosen, onChoose }} zoom={ZOOMS[zoom] ?? 1} />}
    </section>
  );
}

interface ShownProps extends Pick<Props, 'document' | 'cells' | 'chosen' | 'onChoose'> {
  readonly original: Original;
  readonly zoom: number;
}

function Shown({ document, original, cells, chosen, onChoose, zoom }: ShownProps): JSX.Element {
  const { t } = useWords();
  const scroll = useRef<HTMLDivElement>(null);
  const spots = useMemo(() => spotsOf(cells), [cells]);
  const choice: SpotChoice = { chosen, ...litAndEntry(spots, cells, chosen), onChoose };
  useLitInView(scroll, choice.lit, zoom);
  return (
    <div
      ref={scroll}
      className={styles.scroll}
      role="region"
      aria-label={t('original.places', { count: spots.size })}
      tabIndex={0}
      data-original-scroll
      onKeyDown={(event) => moveFocus(event, '[data-spot]')}
    >
      {original.pages.length > 0 ? (
        <PdfOriginal path={document.path} pages={original.pages} {...{ spots, zoom }} {...choice} />
      ) : (
        <RebuiltOriginal blocks={original.blocks} spots={spots} {...choice} />
      )}
    </div>
  );
}

function litAndEntry(
  spots: ReadonlyMap<string, OriginalSpot>,
  cells: readonly PlacedCell[],
  chosen: string | null,
): Pick<SpotChoice, 'lit' | 'entry'> {
  const place = cells.find(({ cell }) => cell === chosen)?.place ?? null;
  const lit = place && spotKey(place);
  return { lit, entry: lit ?? spots.keys().next().value ?? null };
}

function ZoomButtons({ zoom, onZoom }: { readonly zoom: number; readonly onZoom: (zoom: number) => void }): JSX.Element {
  const { t } = useWords();
  return (
    <Group gap={2} wrap="nowrap">
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        disabled={zoom === 0}
        aria-label={t('original.smaller')}
        onClick={() => onZoom(zoom - 1)}
      >
        <IconZoomOut size={17} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        disabled={zoom === ZOOMS.length - 1}
        aria-label={t('original.larger')}
        onClick={() => onZoom(zoom + 1)}
      >
        <IconZoomIn size={17} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
