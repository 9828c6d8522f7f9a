import { FORMS } from '@gongkai/catalogue';
import { cellsOfForm, type Form } from '@gongkai/model';
import { cellWords } from '@gongkai/rules';
import { useWords } from './use-words';

const SECTIONS = ['s1', 's2', 's3', 's4', 's5', 's6'] as const;

/** Names a cell or a section as the form does, never by its id: as the form given prints it, else as the latest one that has it. */
export function usePlaceWords(): (on: string, form?: Form | null) => string {
  const { t, say } = useWords();
  return (on, form) => {
    const section = SECTIONS.find((one) => one === on);
    if (section !== undefined) return t(`sections.${section}`);
    const printed = form && hasCell(form, on) ? form : LATEST_FIRST.find((one) => hasCell(one, on));
    const cell = printed && cellsOfForm(printed).find((one) => one === on);
    return printed && cell ? say(cellWords(printed, cell)) : t('drafts.unknownCell');
  };
}

const LATEST_FIRST = [...FORMS].sort((a, b) => b.years.first - a.years.first);

function hasCell(form: Form, on: string): boolean {
  return cellsOfForm(form).some((one) => one === on);
}
