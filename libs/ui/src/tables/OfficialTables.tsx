import { cellsOf, type Form, type Grid, type TableSection, type Language, TABLE_SECTIONS } from '@gongkai/model';
import type { JSX, KeyboardEvent } from 'react';
import type { ShownCell, ShownFinding } from '../shown';
import { moveFocus } from '../move-focus';
import { lightsOf } from './lights';
import { OfficialCell, type CellPick } from './OfficialCell';
import type { RenderCell } from './render-cell';
import { SectionGrids } from './SectionGrids';
import type { TableWords } from './table-words';

export interface OfficialTablesProps {
  /** The form of each section by its layout; null where it was not recognised. A report may hold two forms. */
  readonly forms: Readonly<Record<TableSection, Form | null>>;
  readonly cells: readonly ShownCell[];
  readonly findings: readonly ShownFinding[];
  /** Report year of the cells: a finding's figures of another year are not among them. */
  readonly year?: number | null;
  /** The finding being read: its cells stand out and the figures behind it are marked. */
  readonly active?: ShownFinding | null;
  /** Cells somebody was sent to look at. */
  readonly pointed?: readonly string[];
  /** What was remarked on single cells, by cell. */
  readonly comments?: ReadonlyMap<string, string> | undefined;
  readonly language: Language;
  readonly words: TableWords;
  /** Only these sections; all three unless said. */
  readonly sections?: readonly TableSection[];
  /** Rows of section two that cannot apply to the agency, by code. */
  readonly inapplicable?: ReadonlySet<string> | undefined;
  /** A lit cell was chosen. */
  readonly onPick?: (cell: string) => void;
  /** Any cell was chosen, by the pointer or by keys: given where something is shown of each. */
  readonly onChoose?: ((cell: string) => void) | undefined;
  /** The cell something is shown of now. */
  readonly chosen?: string | null;
}

/** The three tables of a report as the form prints them, every cell with its id in `data-cell`. */
export function OfficialTables({ forms, sections = TABLE_SECTIONS, ...rest }: OfficialTablesProps): JSX.Element {
  return (
    <>
      {sections.map((section) => (
        <SectionTable key={section} section={section} form={forms[section]} {...rest} />
      ))}
    </>
  );
}

interface SectionProps extends Omit<OfficialTablesProps, 'forms' | 'sections'> {
  readonly section: TableSection;
  readonly form: Form | null;
}

function SectionTable({
  section,
  form,
  cells,
  findings,
  comments,
  inapplicable,
  year = null,
  active = null,
  pointed = [],
  onChoose,
  chosen = null,
  ...rest
}: SectionProps): JSX.Element {
  const { words, language, onPick } = rest;
  if (form === null) return <p className="gk-unrecognised">{words.unrecognised}</p>;
  const byId = new Map(cells.map((cell) => [cell.cell, cell]));
  const lights = lightsOf(findings, active, year, pointed);
  const grids = form.grids.filter((grid) => grid.section === section);
  const choice = choiceOf(grids, chosen, onChoose);
  const renderCell: RenderCell = (id, path, span) => (
    <OfficialCell
      {...{ id, path, span, words, onPick, choice }}
      value={byId.get(id)}
      light={lights.get(id)}
      comment={comments?.get(id)}
      inapplicable={section === 's2' && inapplicable?.has(id.split('/')[1] ?? '')}
    />
  );
  return (
    <div className="gk-table-scroll" role="region" tabIndex={0} aria-label={words.captions[section]} onKeyDown={choice && moveChoice}>
      <SectionGrids {...{ section, grids, language, words, renderCell }} />
    </div>
  );
}

const moveChoice = (event: KeyboardEvent<HTMLElement>): void => moveFocus(event, '[data-cell] button');

/** Tab comes to the chosen cell, where it is one of these, or to the first. */
function choiceOf(grids: readonly Grid[], chosen: string | null, onChoose: OfficialTablesProps['onChoose']): CellPick | undefined {
  const own = grids.flatMap(cellsOf);
  return onChoose && { chosen, entry: own.find((cell) => cell === chosen) ?? own[0] ?? null, onChoose };
}
