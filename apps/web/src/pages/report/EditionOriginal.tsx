import { cellOf } from '@gongkai/catalogue';
import type { CellId } from '@gongkai/model';
import { cellWords } from '@gongkai/rules';
import { useQuery } from '@tanstack/react-query';
import { useMemo, type JSX } from 'react';
import { ask } from '../../ask/ask';
import { FaultNote } from '../../feedback/FaultNote';
import { Waiting } from '../../feedback/Waiting';
import { EditionOriginalDocument, type EditionOriginalQuery } from '../../generated/graphql';
import { OriginalView } from '../../originals/OriginalView';
import { placeAsked, type PlacedCell } from '../../originals/placed-cells';
import { formsOf } from '../../report-parts/forms-of';
import { useWords } from '../../words/use-words';
import styles from './report.module.css';
import type { Edition } from './use-report';

interface Props {
  readonly edition: Edition;
  readonly document: NonNullable<Edition['document']>;
  readonly chosen: string | null;
  readonly onChoose: (cell: string) => void;
  readonly onClose: () => void;
}

/** The file that an edition came in, with the place of each of its cells. */
export function EditionOriginal({ edition, document, ...choosing }: Props): JSX.Element {
  const { say } = useWords();
  const { id, forms } = edition;
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['edition-original', id],
    queryFn: () => ask(EditionOriginalDocument, { id }),
  });
  const cells = useMemo(() => {
    const printedIn = formsOf(forms, null);
    return (data?.edition?.cells ?? []).map((cell) => {
      const form = printedIn[cellOf(cell.cell as CellId).section];
      return placedCell(cell, form === null ? cell.cell : say(cellWords(form, cell.cell as CellId)));
    });
  }, [data, forms, say]);
  return (
    <div className={styles.original}>
      {error && <FaultNote error={error} onRetry={() => void refetch()} />}
      {isPending && <Waiting lines={12} />}
      {data && <OriginalView document={document} cells={cells} {...choosing} />}
    </div>
  );
}

type CellAsked = NonNullable<EditionOriginalQuery['edition']>['cells'][number];

function placedCell({ cell, state, raw, place, typedOver }: CellAsked, label: string): PlacedCell {
  const read = typedOver ?? { raw, place };
  return { cell, label, state, raw: read.raw, typed: typedOver ? raw : null, place: placeAsked(read.place) };
}
