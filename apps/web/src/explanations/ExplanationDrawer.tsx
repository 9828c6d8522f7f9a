import { findIndicator } from '@gongkai/catalogue';
import type { SeriesPoint } from '@gongkai/model';
import { Drawer } from '@mantine/core';
import type { JSX } from 'react';
import { filteredTitle } from '../words/filtered-title';
import { useWords } from '../words/use-words';
import { ExplanationView } from './ExplanationView';
import type { PickedSeries } from './use-explanation';

interface Props {
  readonly series: PickedSeries;
  /** Null while no point is picked. */
  readonly point: SeriesPoint | null;
  readonly onClose: () => void;
}

/** Where a number on a chart comes from, beside the chart. */
export function ExplanationDrawer({ series, point, onClose }: Props): JSX.Element {
  const { t, say } = useWords();
  const title = point === null ? null : findIndicator(point.indicator)?.title;
  const named = [
    title ? say(filteredTitle(title, series.filter)) : '',
    point?.group?.name ?? '',
    point === null ? '' : t('explanation.year', { year: point.year }),
  ];
  return (
    <Drawer
      opened={point !== null}
      onClose={onClose}
      position="right"
      size="min(640px, 100vw)"
      title={named.filter(Boolean).join(' · ')}
      closeButtonProps={{ 'aria-label': t('actions.close') }}
    >
      {point !== null && <ExplanationView series={series} point={point} />}
    </Drawer>
  );
}
