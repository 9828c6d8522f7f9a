import { clickedPoint, describeSeries, pointIn, tableOf, type ChartClick, type ChartInput } from '@gongkai/charts';
import { Chart, ChartTwin } from '@gongkai/ui';
import { ActionIcon, Anchor, Group, Title, Tooltip } from '@mantine/core';
import { IconChartBar, IconDownload, IconTable } from '@tabler/icons-react';
import type { SeriesPoint } from '@gongkai/model';
import { useCallback, useState, type JSX, type ReactNode } from 'react';
import type { EChartsOption } from 'echarts';
import { ExplanationDrawer } from '../../explanations/ExplanationDrawer';
import type { PickedSeries } from '../../explanations/use-explanation';
import { useWords } from '../../words/use-words';
import { loadECharts } from './load-echarts';
import styles from './overview.module.css';

interface Props {
  readonly id: string;
  readonly title: string;
  readonly option: EChartsOption;
  readonly input: ChartInput;
  readonly height: number;
  /** Where the same figures are to be had as a file. */
  readonly csv: string;
  /** The series its points are of, so that each can be asked where it comes from. */
  readonly series: PickedSeries;
  readonly wide?: boolean;
  readonly controls?: ReactNode;
  readonly note?: string | null;
}

/** A chart with its twin in figures and its file. */
export function ChartCard({ id, title, option, input, height, csv, series, wide = false, controls, note = null }: Props): JSX.Element {
  const { t } = useWords();
  const [twin, setTwin] = useState(false);
  const [picked, setPicked] = useState<SeriesPoint | null>(null);
  return (
    <section className={`sheet ${styles.card}`} data-wide={wide || twin || undefined} data-chart={id} aria-labelledby={`chart-${id}`}>
      <header>
        <Title order={2} size="h5" id={`chart-${id}`}>
          {title}
        </Title>
        {controls}
        <Group gap={6} ml="auto" className="no-print">
          <Tooltip label={twin ? t('charts.picture') : t('charts.table')}>
            <ActionIcon
              variant="subtle"
              aria-label={twin ? t('charts.picture') : t('charts.table')}
              aria-pressed={twin}
              onClick={() => setTwin(!twin)}
            >
              {twin ? <IconChartBar size={18} aria-hidden /> : <IconTable size={18} aria-hidden />}
            </ActionIcon>
          </Tooltip>
          <Anchor href={csv} download size="sm" className={styles.csv} aria-label={t('charts.csvOf', { title })}>
            <IconDownload size={15} aria-hidden /> CSV
          </Anchor>
        </Group>
      </header>
      {twin ? <Figures {...{ title, input }} onPick={setPicked} /> : <Picture {...{ title, option, input, height }} onPick={setPicked} />}
      {note !== null && <p className={styles.cardNote}>{note}</p>}
      <ExplanationDrawer series={series} point={picked} onClose={() => setPicked(null)} />
    </section>
  );
}

interface PictureProps extends Pick<Props, 'title' | 'option' | 'input' | 'height'> {
  readonly onPick: (point: SeriesPoint | null) => void;
}

function Picture({ title, option, input, height, onPick }: PictureProps): JSX.Element {
  const { t } = useWords();
  const clicked = useCallback((click: ChartClick) => onPick(clickedPoint(input, option, click)), [input, option, onPick]);
  return (
    <Chart
      option={option}
      label={title}
      description={describeSeries(input)}
      height={height}
      echarts={loadECharts}
      words={{ loading: t('charts.loading'), failed: t('charts.failed') }}
      onPick={clicked}
    />
  );
}

/** The figures, each to be asked where it comes from. */
function Figures({ title, input, onPick }: Pick<PictureProps, 'title' | 'input' | 'onPick'>): JSX.Element {
  const { t } = useWords();
  const pick = {
    on: (key: string, year: number) => onPick(pointIn(input, key, year)),
    label: (column: string, year: string, text: string) => t('explanation.pick', { title: column, year, text }),
  };
  return <ChartTwin table={tableOf(input)} caption={title} words={{ year: t('charts.year'), notes: t('charts.notes') }} pick={pick} />;
}
