import { Inject, Injectable } from '@nestjs/common';
import { FORMS } from '@gongkai/catalogue';
import type { AgencyKind, Words } from '@gongkai/model';
import type { AgencyFacts } from '@gongkai/rules';
import { CLOCK, type Clock } from '../config-token';
import { type Caller, keepsRegisters, supervises } from '../database/caller';
import { Database } from '../database/database';
import { isId } from '../requests/is-id';
import { REFUSALS, type Refusal, refuse } from '../requests/refusal';
import { type ApplicabilityRow, ApplicabilityStore } from './applicability.store';
import { type AgencyRow, OrganisationsStore } from './organisations.store';

/** Titles of the rows of section two, in whichever form they stand. */
const ROWS: ReadonlyMap<string, Words> = new Map(
  FORMS.flatMap((form) => form.grids.filter((grid) => grid.section === 's2').flatMap((grid) => grid.rows)).map((row) => [
    row.code,
    row.label,
  ]),
);

export interface ApplicabilityStatement {
  readonly agencyId: string;
  readonly row: string;
  readonly applies: boolean;
  readonly fromYear: number;
  readonly basis: string;
}

/** The statements that stand for a report year and say that a row does not apply. */
export function inapplicableIn(year: number, statements: readonly ApplicabilityRow[]): readonly ApplicabilityRow[] {
  const standing = new Map(statements.filter((one) => one.fromYear <= year).map((one) => [one.row, one]));
  return [...standing.values()].filter((one) => !one.applies);
}

/** What the rules ask of an agency besides its report. */
export function factsOf(
  report: { readonly agencyKind: AgencyKind; readonly agencyName: string; readonly year: number },
  statements: readonly ApplicabilityRow[],
): AgencyFacts {
  const cannotHave = inapplicableIn(report.year, statements).map(({ row }) => `s2/${row}`);
  return { kind: report.agencyKind, name: report.agencyName, cannotHave };
}

export function titleOfRow(row: string): Words {
  const title = ROWS.get(row);
  if (title === undefined) throw new Error(`no form has the row ${row}`);
  return title;
}

/** Who may say what cannot apply to an agency of the region the path ends in. */
export function mayState(caller: Caller, path: readonly string[]): boolean {
  return supervises(caller, path) || keepsRegisters(caller);
}

/** Which rows of section two cannot apply to an agency: said by the supervisor of a region above it, or an administrator. */
@Injectable()
export class ApplicabilityService {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async state(caller: Caller, statement: ApplicabilityStatement): Promise<AgencyRow | Refusal> {
    if (caller.kind !== 'account') return REFUSALS.notLoggedIn();
    if (!isId(statement.agencyId)) return REFUSALS.unknownAgency();
    if (!ROWS.has(statement.row)) {
      return refuse('UNKNOWN_CELL', { zh: '第二部分没有所指的这一行。', en: `Section two has no row “${statement.row}”.` });
    }
    const basis = statement.basis.trim();
    if (basis === '') return refuse('NEEDS_REASON', { zh: '请写明依据。', en: 'Say on what basis.' });
    if (statement.fromYear < 2008 || statement.fromYear > 2200) {
      return refuse('BAD_REQUEST', { zh: '年度应在 2008 至 2200 之间。', en: 'The year is between 2008 and 2200.' });
    }
    return this.database.write(
      caller,
      { organisations: OrganisationsStore, applicability: ApplicabilityStore },
      async ({ organisations, applicability }) => {
        const [agency] = await organisations.agencies([statement.agencyId]);
        if (agency === undefined) return REFUSALS.unknownAgency();
        const path = await organisations.pathOf(agency.regionId);
        if (!mayState(caller, path)) return REFUSALS.notAllowed();
        await applicability.state({ ...statement, basis, statedBy: caller.accountId, recordedAt: this.clock() });
        return agency;
      },
    );
  }
}
