import type { JSX } from 'react';

/** The table of a chart's data, as `tableOf` of `libs/charts` makes it. */
export interface TwinTable {
  readonly columns: readonly { readonly key: string; readonly title: string }[];
  readonly rows: readonly TwinRow[];
}

interface TwinRow {
  readonly year: number;
  readonly title: string;
  readonly cells: readonly TwinCell[];
}

export interface TwinCell {
  readonly text: string;
  readonly missing: boolean;
  readonly partial: boolean;
  readonly coverage: string | null;
  readonly forms: string | null;
  readonly comparability: string | null;
  readonly organisations: string | null;
  readonly change: string | null;
  readonly restated: string | null;
}

interface Props {
  readonly table: TwinTable;
  readonly caption: string;
  readonly words: { readonly year: string; readonly notes: string };
  /** A figure was chosen: its column and its year. With what a reader who does not see the table is told of it. */
  readonly pick?:
    { readonly on: (key: string, year: number) => void; readonly label: (title: string, year: string, text: string) => string } | undefined;
}

/** The twin of a chart: the exact figures, year by year; what is to be said of a whole year is said once, at its end, and marked with a letter where it is not to be said of all figures. */
export function ChartTwin({ table, caption, words, pick }: Props): JSX.Element {
  return (
    <div className="gk-table-scroll" role="region" tabIndex={0} aria-label={caption}>
      <table className="gk-twin">
        <caption className="gk-unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.year}</th>
            {table.columns.map(({ key, title }) => (
              <th scope="col" key={key}>
                {title}
              </th>
            ))}
            <th scope="col">{words.notes}</th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <TwinYear key={row.year} row={row} table={table} pick={pick} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface YearProps extends Pick<Props, 'table' | 'pick'> {
  readonly row: TwinRow;
}

function TwinYear({ row, table, pick }: YearProps): JSX.Element {
  const { title, cells } = row;
  const notes = [...new Set(cells.flatMap(notesOf))];
  const marks = new Map(
    notes.filter((note) => cells.some((cell) => !notesOf(cell).includes(note))).map((note, at) => [note, MARKS[at] ?? '*']),
  );
  return (
    <tr>
      <th scope="row">{title}</th>
      {cells.map((cell, at) => (
        <td
          key={table.columns[at]?.key}
          data-missing={cell.missing || undefined}
          data-partial={cell.partial || undefined}
          title={[cell.coverage, cell.forms, cell.change].filter((one) => one !== null).join(' · ')}
        >
          <TwinFigure cell={cell} row={row} column={table.columns[at]} pick={pick} />
          <sup>{notesOf(cell).flatMap((note) => marks.get(note) ?? [])}</sup>
        </td>
      ))}
      <td className="gk-twin-note">
        {notes.map((note) => (
          <div key={note}>
            <sup>{marks.get(note)}</sup>
            {note}
          </div>
        ))}
      </td>
    </tr>
  );
}

interface FigureProps extends Pick<YearProps, 'row' | 'pick'> {
  readonly cell: TwinCell;
  readonly column: TwinTable['columns'][number] | undefined;
}

/** A figure, to be chosen where something is to be said of it. */
function TwinFigure({ cell: { text }, row, column, pick }: FigureProps): JSX.Element {
  if (!pick || !column) return <>{text}</>;
  return (
    <button
      type="button"
      className="gk-twin-figure"
      aria-label={pick.label(column.title, row.title, text)}
      onClick={() => pick.on(column.key, row.year)}
    >
      {text}
    </button>
  );
}

const MARKS = 'abcdefghijklmnopqrstuvwxyz';

/** Who is missing behind a figure, what stands against comparing it, what befell the organisations, and what it was first. */
function notesOf({ partial, coverage, comparability, organisations, restated }: TwinCell): readonly string[] {
  return [...(partial && coverage !== null ? [coverage] : []), ...[comparability, organisations, restated].filter((note) => note !== null)];
}
