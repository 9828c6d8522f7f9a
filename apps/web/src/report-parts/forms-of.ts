import { findForm, formInForce, formOf } from '@gongkai/catalogue';
import type { Form, TableSection } from '@gongkai/model';
import type { FormId } from '../generated/graphql';

interface SectionForms {
  readonly s2?: FormId | null;
  readonly s3?: FormId | null;
}

/** The form of each table section; section four is the same in all, so it is drawn also where the others were not recognised. */
export function formsOf({ s2, s3 }: SectionForms, year: number | null): Readonly<Record<TableSection, Form | null>> {
  const two = s2 ? (findForm(s2) ?? null) : null;
  const three = s3 ? (findForm(s3) ?? null) : null;
  const four = three ?? two ?? (year === null ? undefined : formInForce(year)) ?? formOf('gb2021_30');
  return { s2: two, s3: three, s4: four };
}

/** Documents of the forms a report uses, each once. */
export function documentsOf({ s2, s3 }: SectionForms): readonly string[] {
  return [...new Set([s2, s3].flatMap((form) => (form ? [findForm(form)?.document ?? form] : [])))];
}
