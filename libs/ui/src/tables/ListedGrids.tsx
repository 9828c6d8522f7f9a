import type { Language } from '@gongkai/model';
import { cellAt, type Grid } from '@gongkai/model';
import { Fragment, type JSX } from 'react';
import { ENTRY_GRID } from './entry-grid';
import type { RenderCell } from './render-cell';
import type { TableWords } from './table-words';

interface Props {
  readonly grids: readonly Grid[];
  readonly language: Language;
  readonly words: TableWords;
  /** The table is filled in. */
  readonly isEntry?: boolean;
  readonly renderCell: RenderCell;
}

/** Section two: its blocks stacked in one table, each under the item of article 20 it answers, the last column filling the width. */
export function ListedGrids({ grids, language, words, renderCell, isEntry = false }: Props): JSX.Element {
  const width = Math.max(...grids.map(({ columns }) => columns.length));
  return (
    <table className="gk-official" data-section="s2" {...(isEntry ? ENTRY_GRID : {})}>
      <caption>{words.captions.s2}</caption>
      {grids.map((grid) => (
        <tbody key={grid.id}>
          {grid.heading !== null && (
            <tr>
              <th colSpan={width + 1} scope="colgroup" className="gk-block">
                {words.headings[grid.heading] ?? grid.heading}
              </th>
            </tr>
          )}
          <tr>
            <th scope="col">{words.content}</th>
            {grid.columns.map(({ code, label }, column) => (
              <th key={code} scope="col" colSpan={spanOf(grid, column, width)}>
                {label[language]}
              </th>
            ))}
          </tr>
          {grid.rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">{row.label[language]}</th>
              {grid.columns.map(({ code, label }, column) => (
                <Fragment key={code}>
                  {renderCell(cellAt(grid, row.code, code), `${row.label[language]} × ${label[language]}`, spanOf(grid, column, width))}
                </Fragment>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function spanOf(grid: Grid, column: number, width: number): number | undefined {
  const rest = width - grid.columns.length;
  return rest > 0 && column === grid.columns.length - 1 ? rest + 1 : undefined;
}
