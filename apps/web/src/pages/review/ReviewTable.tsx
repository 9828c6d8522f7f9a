import { Button, Text } from '@mantine/core';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { MoveButtons } from '../../decisions/MoveButtons';
import { useReader } from '../../frame/use-reader';
import type { ReviewListQuery } from '../../generated/graphql';
import { useObligationColumns } from '../../report-parts/use-obligation-columns';
import { ColumnTable, type TableColumn } from '../../tables/ColumnTable';
import { printMoment } from '../../words/print-time';
import { useWords } from '../../words/use-words';
import styles from './review.module.css';

type ReviewItem = ReviewListQuery['reports']['items'][number];

interface Props {
  readonly reports: readonly ReviewItem[];
  readonly total: number;
  /** An empty list means that nothing is left to do. */
  readonly done: boolean;
  readonly more: { readonly load: () => void; readonly loading: boolean } | null;
}

export function ReviewTable({ reports, total, done, more }: Props): JSX.Element {
  const { t } = useWords();
  const { me } = useReader();
  const columns = useReviewColumns(me?.role === 'supervisor');
  if (reports.length === 0) return <p className={`sheet ${styles.none}`}>{done ? t('review.none') : t('review.noneFound')}</p>;
  return (
    <section className={`sheet ${styles.sheet}`}>
      <ColumnTable rowsOf="report" items={reports} columns={columns} minWidth={880} />
      <div className={styles.foot}>
        <Text size="sm" c="dimmed" role="status">
          {t('review.shown', { shown: reports.length, total })}
        </Text>
        {more && (
          <Button variant="default" size="xs" onClick={more.load} loading={more.loading}>
            {t('review.more')}
          </Button>
        )}
      </div>
    </section>
  );
}

function useReviewColumns(decides: boolean): readonly TableColumn<ReviewItem>[] {
  const { t } = useWords();
  const { year, state, dueOn, findings } = useObligationColumns();
  const decision: TableColumn<ReviewItem> = { head: t('review.decide'), of: (report) => <Decision report={report} /> };
  return [
    {
      head: t('overview.agency'),
      isRowHead: true,
      of: ({ id, agency }) => <Link to={`/reports/${id}`}>{agency.name}</Link>,
    },
    { head: year.head, of: (report) => report.year },
    state,
    {
      head: t('review.place'),
      of: ({ region, agencyKind }) => (
        <>
          {region.name} <span className="gk-faded">{t(`agencyKinds.${agencyKind}`)}</span>
        </>
      ),
    },
    { head: t('review.filed'), of: ({ filedAt }) => (filedAt ? printMoment(filedAt) : '') },
    dueOn,
    findings,
    ...(decides ? [decision] : []),
  ];
}

function Decision({ report: { agency, year, may, decidable } }: { readonly report: ReviewItem }): JSX.Element | null {
  const { t } = useWords();
  if (!decidable) return null;
  const subject = { editionId: decidable.id, name: t('report.title', { name: agency.name, year }), findings: [] };
  return <MoveButtons size="compact-xs" subject={subject} may={may} />;
}
