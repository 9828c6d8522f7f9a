import type { Language } from '@gongkai/model';
import { FORMS } from '@gongkai/catalogue';
import { cellsOfForm } from '@gongkai/model';
import { cellWords } from '@gongkai/rules';

/** Every cell of every form in the form's words, with its section, the form in force first; a cell that two forms have is named once. */
export function cellPaths(language: Language): ReadonlyMap<string, string> {
  const lines = [...FORMS]
    .sort((a, b) => b.years.first - a.years.first)
    .flatMap((form) => cellsOfForm(form).map((cell) => [cell, cellWords(form, cell)[language]] as const));
  return new Map(lines.toReversed());
}
