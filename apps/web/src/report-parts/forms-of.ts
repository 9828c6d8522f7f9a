import { findForm, formInForce, formsFollowed, FORMS } from '@gongkai/catalogue';
import type { Form, TableSection } from '@gongkai/model';
import type { FormId } from '../generated/graphql';

type SectionForms = Readonly<Partial<Record<TableSection, FormId | null>>>;

/** The form of each table section; section four is drawn also where it was not recognised, in the form of the others or of the year. */
export function formsOf({ s2, s3, s4 }: SectionForms, year: number | null): Readonly<Record<TableSection, Form | null>> {
  const [two, three, four] = [s2, s3, s4].map((id) => (id ? (findForm(id) ?? null) : null));
  const ofYear = year === null ? undefined : formInForce(year);
  return { s2: two ?? null, s3: three ?? null, s4: four ?? three ?? two ?? ofYear ?? FORMS.at(-1) ?? null };
}

/** Documents of the forms a report uses, each once. */
export function documentsOf({ s2 = null, s3 = null, s4 = null }: SectionForms): readonly string[] {
  return [...new Set(formsFollowed({ s2, s3, s4 }).flatMap(({ form }) => form?.document ?? []))];
}
