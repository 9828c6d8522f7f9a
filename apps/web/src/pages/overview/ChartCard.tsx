import { clickedPoint, describeSeries, onPaper, pointIn, tableOf, type ChartClick, type ChartInput } from '@gongkai/charts';
import { Chart, ChartTwin } from '@gongkai/ui';
import { ActionIcon, Anchor, Group, Title, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChartBar, IconDownload, IconTable } from '@tabler/icons-react';
import type { SeriesPoint } from '@gongkai/model';
import { useCallback, useMemo, useState, type JSX, type ReactNode } from 'react';
import type { EChartsOption } from 'echarts';
import { ExplanationDrawer } from '../../explanations/ExplanationDrawer';
import { useWords } from '../../words/use-words';
import { loadECharts } from './load-echarts';
import styles from './overview.module.css';
import { fileLink, pickSeries, type SeriesChoice } from './use-series';

const FORMATS = [
  ['csv', 'CSV'],
  ['xlsx', 'Excel'],
] as const;

interface Props {
  readonly id: string;
  readonly title: string;
  readonly option: EChartsOption;
  readonly input: ChartInput;
  readonly height: number;
  /** The series its points are of, so that the same can be had as a file, and each be asked where it comes from. */
  readonly asked: SeriesChoice;
  readonly wide?: boolean;
  /** The figures are of the question before; those of this one are on their way. */
  readonly busy?: boolean;
  readonly controls?: ReactNode;
  readonly note?: string | null;
}

/** A chart with its twin in figures and its file. */
export function ChartCard({
  id,
  title,
  option,
  input,
  height,
  asked,
  wide = false,
  busy = false,
  controls,
  note = null,
}: Props): JSX.Element {
  const [twin, setTwin] = useState(false);
  const [picked, setPicked] = useState<SeriesPoint | null>(null);
  return (
    <section
      className={`sheet ${styles.card}`}
      data-wide={wide || twin || undefined}
      data-chart={id}
      aria-busy={busy}
      aria-labelledby={`chart-${id}`}
    >
      <header>
        <Title order={2} size="h5" id={`chart-${id}`}>
          {title}
        </Title>
        {controls}
        <Tools {...{ title, asked, twin }} onTurn={() => setTwin(!twin)} />
      </header>
      <div className={styles.drawn}>
        {twin ? <Figures {...{ title, input }} onPick={setPicked} /> : <Picture {...{ title, option, input, height }} onPick={setPicked} />}
      </div>
      {note !== null && <p className={styles.cardNote}>{note}</p>}
      <ExplanationDrawer series={pickSeries(asked, asked.parting)} point={picked} onClose={() => setPicked(null)} />
    </section>
  );
}

interface ToolsProps extends Pick<Props, 'title' | 'asked'> {
  readonly twin: boolean;
  readonly onTurn: () => void;
}

/** From the picture to the figures and back, and the same as a file. */
function Tools({ title, asked, twin, onTurn }: ToolsProps): JSX.Element {
  const { t } = useWords();
  return (
    <Group gap={6} ml="auto" className="no-print">
      <Tooltip label={twin ? t('charts.picture') : t('charts.table')}>
        <ActionIcon variant="subtle" aria-label={twin ? t('charts.picture') : t('charts.table')} aria-pressed={twin} onClick={onTurn}>
          {twin ? <IconChartBar size={18} aria-hidden /> : <IconTable size={18} aria-hidden />}
        </ActionIcon>
      </Tooltip>
      {FORMATS.map(([format, name]) => (
        <Anchor
          key={format}
          href={fileLink(format, asked)}
          download
          size="sm"
          className={styles.csv}
          aria-label={t('charts.fileOf', { title, format: name })}
        >
          <IconDownload size={15} aria-hidden /> {name}
        </Anchor>
      ))}
    </Group>
  );
}

/** Readers who do not see the colours, or want them stronger, are shown the patterns of paper. */
const WITHOUT_COLOUR = '(forced-colors: active), (prefers-contrast: more)';

interface PictureProps extends Pick<Props, 'title' | 'option' | 'input' | 'height'> {
  readonly onPick: (point: SeriesPoint | null) => void;
}

function Picture({ title, option, input, height, onPick }: PictureProps): JSX.Element {
  const { t } = useWords();
  const paper = useMemo(() => onPaper(option), [option]);
  const withoutColour = useMediaQuery(WITHOUT_COLOUR, false, { getInitialValueInEffect: false });
  const clicked = useCallback((click: ChartClick) => onPick(clickedPoint(input, option, click)), [input, option, onPick]);
  return (
    <Chart
      option={withoutColour ? paper : option}
      paper={paper}
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
