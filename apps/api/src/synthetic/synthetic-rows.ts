import { createHash } from 'node:crypto';
import type { SyntheticAgency } from './synthetic-country';
import { type SyntheticFigures, amended, syntheticFigures } from './synthetic-figures';
import { type SyntheticFiling, syntheticFilings } from './synthetic-filings';
import type { CopyValue } from './synthetic.store';

/** Rows for one table, made while they are sent. */
export interface SyntheticRows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly CopyValue[]>;
}

type RowsOf = (seed: string, agencies: readonly SyntheticAgency[]) => SyntheticRows;

/** Who files and who decides in the whole country. */
export const CLERK = { id: 1, login: 'clerk' };
export const SUPERVISOR = { id: 2, login: 'supervisor' };

const DAY_MS = 86_400_000;
const OFFICE = '合成国政府信息公开工作主管部门';
/** Days after the filing; an amendment is filed, accepted and published after all that. */
const DAYS = { submitted: 0, accepted: 3, published: 5, amended: 12 };

/** The obligations. */
export const reportRows: RowsOf = (seed, agencies) => ({
  table: 'reports',
  columns: ['id', 'agency_id', 'year', 'region_id', 'region_path', 'agency_kind', 'agency_name', 'due_on', 'obliged'],
  rows: flatMap(syntheticFilings(seed, agencies), ({ reportId, agency, year, dueOn, obliged }) => [
    [reportId, agency.id, year, agency.region.id, agency.region.path, agency.kind, agency.name, dueOn, obliged],
  ]),
});

/** What was filed, the second edition of an amended report after the first. */
export const editionRows: RowsOf = (seed, agencies) => ({
  table: 'editions',
  columns: [
    ...[
      'id',
      'report_id',
      'number',
      'predecessor_id',
      'reason_class',
      'reason',
      's2_form',
      's3_form',
      's4_form',
      'figures',
      'states',
      'content_sha256',
    ],
    ...['receipt_number', 'submitted_by', 'received_at', 'derived', 'narrative', 'declared', 'residue', 'explanations', 'last_year_id'],
  ],
  rows: editions(seed, agencies),
});

/** What happened to the editions. */
export const eventRows: RowsOf = (seed, agencies) => ({
  table: 'edition_events',
  columns: ['edition_id', 'sequence', 'state', 'at', 'by_account', 'by_office'],
  rows: flatMap(numbered(syntheticFilings(seed, agencies)), ({ editionId, number, filing }) => {
    const steps = filing.fate === 'submitted' ? 1 : filing.fate === 'accepted' ? 2 : 3;
    return (['submitted', 'accepted', 'published'] as const).slice(0, steps).map((state, index) => {
      const at = momentOf(filing, DAYS[state] + (number === 2 ? DAYS.amended : 0));
      return [editionId, index + 1, state, at, state === 'submitted' ? CLERK.id : SUPERVISOR.id, OFFICE];
    });
  }),
});

interface NumberedEdition {
  readonly editionId: number;
  readonly number: 1 | 2;
  readonly filing: SyntheticFiling;
  /** The edition of the year before that stood when it was filed. */
  readonly lastYearId: number | null;
}

function* numbered(filings: Iterable<SyntheticFiling>): Iterable<NumberedEdition> {
  let editionId = 0;
  let before: readonly NumberedEdition[] = [];
  for (const filing of filings) {
    const last = before.at(-1);
    const follows = last?.filing.agency.id === filing.agency.id && last.filing.year === filing.year - 1;
    const lastYearId = follows ? last.editionId : null;
    const numbers = filing.fate === 'missing' ? [] : filing.fate === 'amended' ? ([1, 2] as const) : ([1] as const);
    for (const number of numbers) {
      editionId += 1;
      const edition = { editionId, number, filing, lastYearId };
      before = [edition];
      yield edition;
    }
  }
}

function* editions(seed: string, agencies: readonly SyntheticAgency[]): Iterable<readonly CopyValue[]> {
  let whose = 0;
  let years: ReadonlyMap<number, SyntheticFigures> = new Map();
  for (const edition of numbered(syntheticFilings(seed, agencies))) {
    const { agency, year } = edition.filing;
    if (agency.id !== whose) years = syntheticFigures(seed, agency);
    whose = agency.id;
    const first = years.get(year);
    if (first === undefined) throw new RangeError(`no figures of ${agency.name} for ${year}`);
    yield editionRow(edition, edition.number === 1 ? first : amended(first));
  }
}

function editionRow(
  { editionId, number, filing, lastYearId }: NumberedEdition,
  { s2Form, s3Form, s4Form, figures, states }: SyntheticFigures,
): readonly CopyValue[] {
  const again = number === 2;
  const sha256 = createHash('sha256')
    .update(`${editionId}:${figures.join(',')}`)
    .digest('hex');
  return [
    ...[editionId, filing.reportId, number, again ? editionId - 1 : null, again ? 'correction' : null, again ? '漏统一件' : null],
    ...[s2Form, s3Form, s4Form, figures, states, sha256, `SYNTHETIC-${editionId}`, CLERK.id, momentOf(filing, again ? DAYS.amended : 0)],
    ...['{}', '[]', '[]', '[]', '[]', lastYearId],
  ];
}

/** At noon in China, so many days after the first filing: ten days before the due date, or five after it. */
function momentOf({ dueOn, late }: SyntheticFiling, days: number): string {
  return new Date(Date.parse(`${dueOn}T12:00:00+08:00`) + ((late ? 5 : -10) + days) * DAY_MS).toISOString();
}

function* flatMap<Item>(items: Iterable<Item>, rowsOf: (item: Item) => readonly (readonly CopyValue[])[]): Iterable<readonly CopyValue[]> {
  for (const item of items) yield* rowsOf(item);
}
