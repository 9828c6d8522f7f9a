import { formInForce } from '@gongkai/catalogue';
import { cellsOfForm, NARRATIVE_SECTIONS } from '@gongkai/model';
import { useMemo } from 'react';
import { useInapplicable } from '../../report-parts/use-inapplicable';
import { useEarlierYears } from '../file/use-earlier-years';
import type { Filer, FilerReport } from '../file/use-filer';
import { useFindings, type RunningFindings } from '../file/use-findings';
import type { NilTexts } from './use-nil-return';

/** What the checks say of a report of zeros with these texts, before it is sent. */
export function useNilFindings(agency: Filer, { year, agencyKind }: FilerReport, { sections }: NilTexts): RunningFindings {
  const earlier = useEarlierYears(agency.reports, year);
  const inapplicable = useInapplicable(agency.id, year);
  const asked = useMemo(() => {
    const form = formInForce(year);
    if (earlier === null || form === undefined) return null;
    const typed = {
      form: form.id,
      year,
      texts: new Map(cellsOfForm(form).map((cell) => [cell, '0'] as const)),
      narrative: NARRATIVE_SECTIONS.map((section) => ({ section, text: sections[section] })),
      filing: 'online' as const,
      lastYear: earlier.find((one) => one.year === year - 1)?.report ?? null,
      agency: { kind: agencyKind, name: agency.name, cannotHave: [...inapplicable].map((row) => `s2/${row}`) },
    };
    return { typed, file: null };
  }, [earlier, inapplicable, year, agencyKind, agency.name, sections]);
  return useFindings(asked);
}
