import { solidText } from '@gongkai/model';
import type { Form, FormId } from '@gongkai/model';
import type { SectionedDocument } from './find-sections';

const DOCUMENT = /^(\p{Script=Han}+)〔(\d{4})〕(\d+)号$/u;

/** The forms whose document a report cites anywhere in its text, e.g. 国办公开办函〔2021〕30号, in whatever brackets. */
export function citedForms(document: Pick<SectionedDocument, 'blocks' | 'end'>, forms: readonly Form[]): readonly FormId[] {
  const paragraphs = document.blocks.slice(0, document.end).filter((block) => block.kind === 'paragraph');
  const texts = paragraphs
    .map(({ text }) => text)
    .filter((text) => /\d{4}|[０-９]{4}/.test(text))
    .map(solidText);
  return forms.filter((form) => texts.some((text) => citation(form.document)?.test(text) ?? false)).map(({ id }) => id);
}

function citation(document: string): RegExp | null {
  const [, office, year, number] = DOCUMENT.exec(document) ?? [];
  return office === undefined ? null : new RegExp(`${office}[〔\\[(【](?:${year})[〕\\])】]第?${number}号`);
}
