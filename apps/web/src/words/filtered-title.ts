import { FORMS, INDICATORS } from '@gongkai/catalogue';
import { applicantsOf, outcomeGroups, outcomesOf } from '@gongkai/indicators';
import type { Words } from '@gongkai/model';

/** Which cells of section three a figure is made of, where it is not all of them. */
interface CellFilter {
  readonly applicants?: readonly string[] | null;
  readonly outcomes?: readonly string[] | null;
}

/** The title of a figure of which only some cells are counted names them: what some applicants received is not what all did. */
export function filteredTitle(title: Words, filter: CellFilter | null | undefined): Words {
  const chosen = [...(filter?.applicants ?? []).map(applicantWords), ...(filter?.outcomes ?? []).map(outcomeWords)];
  if (chosen.length === 0) return title;
  const said = (language: keyof Words): string => [title, ...chosen].map((words) => words[language]).join(' · ');
  return { zh: said('zh'), en: said('en') };
}

function applicantWords(code: string): Words {
  return applicantsOf(FORMS).find((line) => line.code === code)?.label ?? { zh: code, en: code };
}

function outcomeWords(code: string): Words {
  const rows = FORMS.flatMap(outcomesOf);
  const group = outcomeGroups(rows, INDICATORS).find(({ key }) => key === code);
  return group?.name ?? rows.findLast((line) => line.code === code)?.label ?? { zh: code, en: code };
}
