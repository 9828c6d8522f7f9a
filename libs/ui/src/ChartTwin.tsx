import type { JSX } from 'react';

/** The table of a chart's data, as `tableOf` of `libs/charts` makes it. */
export interface TwinTable {
  readonly columns: readonly { readonly key: string; readonly title: string }[];
  readonly rows: readonly TwinRow[];
}

export interface TwinRow {
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
}

interface Props {
  readonly table: TwinTable;
  readonly caption: string;
  readonly yearHead: string;
}

/** The twin of a chart: the exact figures, year by year, with what stands against comparing them. */
export function ChartTwin({ table, caption, yearHead }: Props): JSX.Element {
  return (
    <div className="gk-table-scroll" role="region" tabIndex={0} aria-label={caption}>
      <table className="gk-twin">
        <caption className="gk-unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{yearHead}</th>
            {table.columns.map(({ key, title }) => (
              <th scope="col" key={key}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ year, title, cells }) => (
            <tr key={year}>
              <th scope="row">{title}</th>
              {cells.map((cell, at) => (
                <TwinFigure key={table.columns[at]?.key} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TwinFigure({ cell: { text, missing, partial, coverage, forms, comparability } }: { readonly cell: TwinCell }): JSX.Element {
  return (
    <td data-missing={missing || undefined} data-partial={partial || undefined} title={[coverage, forms].filter((one) => one !== null).join(' · ')}>
      {text}
      {comparability !== null && <small>{comparability}</small>}
      {partial && coverage !== null && <small>{coverage}</small>}
    </td>
  );
}
