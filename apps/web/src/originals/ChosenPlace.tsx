import type { Place } from '@gongkai/model';
import type { TFunction } from 'i18next';
import type { JSX } from 'react';
import { useWords } from '../words/use-words';
import styles from './originals.module.css';
import type { PlacedCell } from './placed-cells';

interface Props {
  readonly cell: PlacedCell | null;
  /** Parts of the file that are not shown. */
  readonly left: number;
}

/** Which cell is looked at, what the original says there, and where: told to who cannot see it lit. */
export function ChosenPlace({ cell, left }: Props): JSX.Element {
  const { t } = useWords();
  return (
    <div className={styles.chosen}>
      <p role="status">{cell === null ? t('original.choose') : sayCell(cell, t)}</p>
      {left > 0 && <p>{t('original.left', { count: left })}</p>}
    </div>
  );
}

function sayCell({ label, raw, typed, place, state }: PlacedCell, t: TFunction): string {
  if (place === null) return t(state === 'not_found' ? 'original.notFound' : 'original.typed', { label });
  const text = raw === '' ? t('original.blank') : raw;
  const said = { label, text, place: placeWords(place, t) };
  return typed === null
    ? t('original.chosen', said)
    : t('original.typedOver', { ...said, typed: typed === '' ? t('original.blank') : typed });
}

/** In the original's own counting: 第 2 页, 表 3 第 5 行第 2 列, 第 12 行. */
function placeWords({ page, sheet, table, row, column, line }: Place, t: TFunction): string {
  if (page !== undefined) return t('original.onPage', { page });
  if (sheet !== undefined) return t('original.inSheet', { sheet, row, column });
  if (table !== undefined && row !== undefined) return t('original.inTable', { table, row, column });
  return t('original.inLine', { line: line ?? row });
}
