import type { Language } from '@gongkai/model';
import { cellAt, type Grid } from '@gongkai/model';
import { Fragment, type JSX } from 'react';
import { ENTRY_GRID } from './entry-grid';
import type { RenderCell } from './render-cell';
import { ColumnHeads } from './RequestsGrid';
import type { TableWords } from './table-words';

interface Props {
  readonly grid: Grid;
  readonly language: Language;
  readonly words: TableWords;
  /** The table is filled in. */
  readonly isEntry?: boolean;
  readonly renderCell: RenderCell;
}

/** Section four: one printed line that holds all blocks one after the other, review first, then the two kinds of litigation. */
export function FlatGrid({ grid, language, words, renderCell, isEntry = false }: Props): JSX.Element {
  const blocks = grid.rows.flatMap((row) => {
    const under = [...row.under.map((text) => words.headings[text] ?? text), row.label[language]];
    return grid.columns.map((column) => ({ id: cellAt(grid, row.code, column.code), label: column.label[language], under }));
  });
  return (
    <table className="gk-official" data-section={grid.section} {...(isEntry ? ENTRY_GRID : {})}>
      <caption>{words.captions[grid.section]}</caption>
      <ColumnHeads columns={blocks} />
      <tbody>
        <tr>
          {blocks.map(({ id, label, under }) => (
            <Fragment key={id}>{renderCell(id, [...under, label].join(' × '))}</Fragment>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
