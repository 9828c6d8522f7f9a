import { Button, Table, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useReader } from '../../frame/use-reader';
import { useWords } from '../../words/use-words';
import styles from './review.module.css';
import { ReviewLine, type ReviewItem } from './ReviewLine';

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
  const decides = me?.role === 'supervisor';
  if (reports.length === 0) return <p className={`sheet ${styles.none}`}>{done ? t('review.none') : t('review.noneFound')}</p>;
  return (
    <section className={`sheet ${styles.sheet}`}>
      <Table.ScrollContainer minWidth={880} type="native">
        <Table verticalSpacing={7} highlightOnHover className="figures">
          <Heads decides={decides} />
          <Table.Tbody>
            {reports.map((report) => (
              <ReviewLine key={report.id} report={report} decides={decides} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
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

function Heads({ decides }: { readonly decides: boolean }): JSX.Element {
  const { t } = useWords();
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th scope="col">{t('overview.agency')}</Table.Th>
        <Table.Th scope="col">{t('charts.year')}</Table.Th>
        <Table.Th scope="col">{t('overview.state')}</Table.Th>
        <Table.Th scope="col">{t('review.place')}</Table.Th>
        <Table.Th scope="col">{t('review.filed')}</Table.Th>
        <Table.Th scope="col">{t('overview.dueOn')}</Table.Th>
        <Table.Th scope="col">{t('overview.findings')}</Table.Th>
        {decides && <Table.Th scope="col">{t('review.decide')}</Table.Th>}
      </Table.Tr>
    </Table.Thead>
  );
}
