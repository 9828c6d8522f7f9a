import type { Language } from '@gongkai/model';
import { cellAt, depthOf, spanHeads, type Grid, type Head, type LabelledLine, type Line } from '@gongkai/model';
import { Fragment, type JSX } from 'react';
import { ENTRY_GRID } from './entry-grid';
import type { RenderCell } from './render-cell';
import type { TableWords } from './table-words';

interface Props {
  readonly grid: Grid;
  readonly language: Language;
  readonly words: TableWords;
  /** The table is filled in. */
  readonly isEntry?: boolean;
  readonly renderCell: RenderCell;
}

/** Section three: applicants across in a header of three levels, outcomes down with merged headings, the hint of the form in the corner. */
export function RequestsGrid({ grid, language, words, renderCell, isEntry = false }: Props): JSX.Element {
  const rows = grid.rows.map((line) => labelled(line, language, words));
  const columns = grid.columns.map((line) => labelled(line, language, words));
  const rowHeads = spanHeads(rows);
  return (
    <table className="gk-official" data-section={grid.section} {...(isEntry ? ENTRY_GRID : {})}>
      <caption>{words.captions[grid.section]}</caption>
      <ColumnHeads columns={columns} corner={{ text: words.balance, levels: depthOf(rows) }} />
      <tbody>
        {grid.rows.map((row, at) => (
          <tr key={row.code} data-computed={row.computed || undefined}>
            {rowHeads.filter(({ line }) => line === at).map(rowHead)}
            {grid.columns.map((column) => (
              <Fragment key={column.code}>
                {renderCell(cellAt(grid, row.code, column.code), `${row.label[language]} × ${column.label[language]}`)}
              </Fragment>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function labelled({ label, under }: Line, language: Language, { headings }: TableWords): LabelledLine {
  return { label: label[language], under: under.map((text) => headings[text] ?? text) };
}

function rowHead({ text, lines, level, levels, leaf }: Head): JSX.Element {
  return (
    <th key={level} scope={leaf ? 'row' : 'rowgroup'} rowSpan={lines} colSpan={levels} className={leaf ? 'gk-row-label' : 'gk-row-group'}>
      {text}
    </th>
  );
}

interface ColumnHeadsProps {
  readonly columns: readonly LabelledLine[];
  readonly corner?: { readonly text: string; readonly levels: number } | undefined;
}

/** A header of as many levels as its lines have headings, with merged heads and an optional corner before them. */
export function ColumnHeads({ columns, corner }: ColumnHeadsProps): JSX.Element {
  const heads = spanHeads(columns);
  const depth = depthOf(columns);
  return (
    <thead>
      {Array.from({ length: depth }, (_, level) => (
        <tr key={level}>
          {level === 0 && corner && (
            <td rowSpan={depth} colSpan={corner.levels} className="gk-corner">
              {corner.text}
            </td>
          )}
          {heads
            .filter((head) => head.level === level)
            .map(({ text, line, lines, levels, leaf }) => (
              <th key={line} scope={leaf ? 'col' : 'colgroup'} colSpan={lines} rowSpan={levels}>
                {text}
              </th>
            ))}
        </tr>
      ))}
    </thead>
  );
}
