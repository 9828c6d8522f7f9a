import type { YearDesk } from './use-year-desk';

/** How much of a draft somebody typed. */
export interface TypedOnDesk {
  readonly cells: number;
  readonly sections: number;
}

type Typed = Pick<YearDesk, 'entries'> & {
  readonly file: { readonly said: Pick<NonNullable<YearDesk['file']>['said'], 'narrative'> } | null;
  readonly draft: Pick<YearDesk['draft'], 'saving'> & { readonly content: Pick<YearDesk['draft']['content'], 'narrative'> };
};

/** What would be lost with the draft: cells and sections that say something which no file and no year before says; null where there are none. */
export function typedOnDesk({ entries, file, draft }: Typed): TypedOnDesk | null {
  if (draft.saving === 'new') return null;
  const read = new Map(file?.said.narrative.map(({ section, text }) => [section, text]));
  const typed = {
    cells: [...entries.values()].filter(({ origin }) => origin === 'typed' || origin === 'typed_over' || origin === 'carried_changed')
      .length,
    sections: draft.content.narrative.filter(({ section, text }) => text.trim() !== '' && text !== read.get(section)).length,
  };
  return typed.cells + typed.sections === 0 ? null : typed;
}
