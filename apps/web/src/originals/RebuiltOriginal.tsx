import { placeKey, type OriginalBlock, type OriginalCell, type OriginalTable, type Place } from '@gongkai/model';
import type { JSX } from 'react';
import { useWords } from '../words/use-words';
import { labelColumn, laidRows } from './laid-rows';
import styles from './originals.module.css';
import type { OriginalSpot } from './placed-cells';
import { SpotButton, type SpotChoice } from './SpotButton';

interface Props extends SpotChoice {
  readonly blocks: readonly OriginalBlock[];
  readonly spots: ReadonlyMap<string, OriginalSpot>;
}

/** A file rebuilt from what reading saw of it: its paragraphs and tables as text, none of its markup. */
export function RebuiltOriginal({ blocks, ...choosing }: Props): JSX.Element {
  const { t } = useWords();
  return (
    <div className={styles.rebuilt} lang="zh-CN">
      {blocks.map((block, at) => {
        if (block.kind === 'table') return <RebuiltTable key={at} table={block} {...choosing} />;
        if (block.kind === 'picture') return <p key={at} className={styles.picture}>{t('original.picture')}</p>; // prettier-ignore
        return (
          <p key={at} data-heading={block.heading || undefined}>
            <PlacedText text={block.text} place={block.place} {...choosing} />
          </p>
        );
      })}
    </div>
  );
}

interface TableProps extends Omit<Props, 'blocks'> {
  readonly table: OriginalTable;
}

function RebuiltTable({ table, ...choosing }: TableProps): JSX.Element {
  const rows = laidRows(table);
  const isFigure = ({ place }: OriginalCell): boolean => choosing.spots.has(placeKey(place) ?? '');
  const labels = labelColumn(rows, isFigure);
  return (
    <table className={styles.table}>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {row.map(({ cell, column, columnSpan, rowSpan }) => (
              <td
                key={column}
                colSpan={columnSpan}
                rowSpan={rowSpan}
                data-room={cell === null || undefined}
                data-label={(cell !== null && column + columnSpan - 1 === labels) || undefined}
              >
                {cell && <PlacedText text={cell.text} place={cell.place} {...choosing} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface TextProps extends Omit<Props, 'blocks'> {
  readonly text: string;
  readonly place: Place;
}

/** A text, to be chosen where figures were read from it. */
function PlacedText({ text, place, spots, ...choice }: TextProps): JSX.Element {
  const key = placeKey(place);
  const spot = key === null ? undefined : spots.get(key);
  if (spot === undefined) return <>{text}</>;
  return (
    <SpotButton spot={spot} {...choice}>
      {text === '' ? <span aria-hidden> </span> : text}
    </SpotButton>
  );
}
