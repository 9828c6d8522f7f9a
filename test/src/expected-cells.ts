import { cellAt, cellsOf, type CellId, type CellState, type FormId, type Grid, type Report } from '@gongkai/model';
import { CELLS, DECLARED, FORMS, formInForce } from '@gongkai/catalogue';
import { parseReport, type ParseOutcome } from '@gongkai/parsers';
import { openReader } from '@gongkai/parsers/worker';
import { readFileSync } from 'node:fs';

/** What a report prints, section by section: row code → the row's cells as text. The shape of the golden file and of `*.expected.json`. */
export interface ExpectedCells {
  readonly layout: { readonly s2: string; readonly s3: string };
  readonly s2: Readonly<Record<string, readonly string[]>>;
  readonly s3: Readonly<Record<string, readonly string[]>>;
  readonly s4: Readonly<Record<string, readonly string[]>>;
}

interface PrintedCell {
  readonly cell: CellId;
  readonly raw: string;
  readonly state: CellState;
}

const LATEST = 2025;
const FORM: Readonly<Record<string, FormId>> = { '2019': 'gb2019_60', '2021': 'gb2021_30' };

/** Section four is printed alike in both forms; the year tells which it is. */
export function formsExpected({ layout }: ExpectedCells, year: number): Report['forms'] {
  return { s2: FORM[layout.s2]!, s3: FORM[layout.s3]!, s4: formInForce(year)!.id };
}

/** Every expected cell in the form's order; the state follows from the text except where `states` says otherwise. */
export function cellsExpected(expected: ExpectedCells, states: Readonly<Record<string, CellState>> = {}): readonly PrintedCell[] {
  const forms = formsExpected(expected, LATEST);
  const grids = [...gridsOf(forms.s2!, 's2'), ...gridsOf(forms.s3!, 's3'), ...gridsOf(forms.s4!, 's4')];
  return grids.flatMap((grid) =>
    grid.rows.flatMap((row) => {
      const printed = expected[grid.section][row.code];
      if (printed?.length !== grid.columns.length) throw new Error(`expected cells of ${grid.section}/${row.code} do not fit the form`);
      return grid.columns.map((column, index) => {
        const cell = cellAt(grid, row.code, column.code);
        return { cell, raw: printed[index]!, state: states[cell] ?? stateOf(printed[index]!) };
      });
    }),
  );
}

export function cellsRead(report: Report): readonly PrintedCell[] {
  return report.readings.map(({ cell, raw, state }) => ({ cell, raw, state }));
}

export function amountIn(report: Report, cell: string): bigint | null {
  const reading = report.readings.find((one) => one.cell === cell);
  return reading?.state === 'number' ? reading.amount : null;
}

export function formCells(form: FormId): number {
  return FORMS.find((one) => one.id === form)!.grids.flatMap(cellsOf).length;
}

const KNOWLEDGE = { forms: FORMS, cells: CELLS, declared: DECLARED };
/** Each PDF is read once for all tests of a file. */
const inThreads = new Map<string, Promise<ParseOutcome>>();

export async function parseFile(path: string): Promise<{ readonly report: Report; readonly format: string }> {
  const outcome = await readFile(path);
  if (!outcome.ok) throw new Error(`${path}: ${outcome.refusal.code}`);
  return outcome;
}

/** The reader of PDF is an ES module, which does not load in here: the built thread reads it. */
function readFile(path: string): Promise<ParseOutcome> {
  const file = { bytes: new Uint8Array(readFileSync(path)), fileName: path };
  if (!path.endsWith('.pdf')) return parseReport({ ...file, ...KNOWLEDGE });
  const known = inThreads.get(path);
  if (known) return known;
  const reader = openReader(KNOWLEDGE, { seconds: 20, megabytes: 512, threads: 1 });
  const outcome = reader.read(file).finally(() => reader.close());
  inThreads.set(path, outcome);
  return outcome;
}

function gridsOf(form: FormId, section: Grid['section']): readonly Grid[] {
  return FORMS.find((one) => one.id === form)!.grids.filter((grid) => grid.section === section);
}

function stateOf(raw: string): CellState {
  if (raw === '') return 'blank';
  return /^[/\\\-—－–无]+$/.test(raw) ? 'mark' : 'number';
}
