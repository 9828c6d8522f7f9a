import { CELLS, DECLARED, FORMS, cellOf, formOf } from '@gongkai/catalogue';
import type { CellId, Finding, FormId, NarrativeSection, Report } from '@gongkai/model';
import { reportAsTyped } from '@gongkai/parsers/typed';
import { checkReport, type AgencyFacts } from '@gongkai/rules';

/** What stands on the desk, and what it is held against. Travels to a worker. */
export interface TypedReportToCheck {
  readonly form: FormId;
  readonly year: number;
  /** With totals written out. */
  readonly texts: ReadonlyMap<CellId, string>;
  readonly narrative: readonly { readonly section: NarrativeSection; readonly text: string }[];
  /** `document` where it is filed with a file as its original, in which blanks may pass. */
  readonly filing: 'online' | 'document';
  readonly lastYear: Report | null;
  readonly agency: AgencyFacts;
}

/** Everything that is wrong with what stands on the desk, by the platform's own rules. What others filed and what supervisors added is found as it is filed. */
export function checkTyped({ form, year, texts, narrative, filing, lastYear, agency }: TypedReportToCheck): readonly Finding[] {
  const typed = { form: formOf(form), year, texts, narrative: narrative.filter(({ text }) => text.trim() !== '') };
  return checkReport({
    forms: FORMS,
    cells: CELLS,
    declared: DECLARED,
    report: reportAsTyped(typed, { cellOf, declared: DECLARED }),
    expectedYear: year,
    filing,
    lastYear,
    agency,
  });
}
