import { formOf } from '@gongkai/catalogue';
import type { NoteInput } from '@gongkai/contract';
import { NARRATIVE_SECTIONS, LONGEST_NOTE, type Report, sectionCells, TABLE_SECTIONS } from '@gongkai/model';
import type { NoteRow } from '../reports/note-row';
import { type Refusal, refuse } from '../requests/refusal';

/** Of what was sent, in a refusal. */
const LONGEST_PLACE = 60;

/** The notes that go with a report, each once, on one of its cells or sections; those that say nothing are none. Refused: any other. */
export function notesToKeep(sent: readonly NoteInput[], { forms }: Pick<Report, 'forms'>): readonly NoteRow[] | Refusal {
  const notes = sent.map(({ on, text }) => ({ on, text: text.trim() })).filter(({ text }) => text !== '');
  const long = notes.find(({ text }) => [...text].length > LONGEST_NOTE);
  if (long !== undefined) {
    return refuse('NOTE_TOO_LONG', {
      zh: `有附注超过 ${LONGEST_NOTE} 个字（开头为“${opening(long)}”），请缩短。`,
      en: `A note has more than ${LONGEST_NOTE} characters (it begins “${opening(long)}”); shorten it.`,
    });
  }
  const places = placesOf(forms);
  const astray = notes.find(({ on }) => !places.has(on));
  if (astray !== undefined) {
    return refuse('NOTE_ASTRAY', {
      zh: `附注“${opening(astray)}”所注的单元格不在本报告的表格中，请删除或改注他处。`,
      en: `The note “${opening(astray)}” is on “${astray.on.slice(0, LONGEST_PLACE)}”, which this report does not have.`,
    });
  }
  if (new Set(notes.map(({ on }) => on)).size === notes.length) return notes;
  return refuse('NOTE_REPEATED', {
    zh: '同一单元格或同一部分只能有一条附注。',
    en: 'A cell or a section has one note at most.',
  });
}

/** Enough of a note to know it by. */
function opening({ text }: NoteRow): string {
  return [...text].slice(0, 12).join('');
}

/** The sections of a report, and the cells of the forms of its tables. */
function placesOf(forms: Report['forms']): ReadonlySet<string> {
  const cells = TABLE_SECTIONS.flatMap((section) => {
    const form = forms[section] ?? forms.s3;
    return form === null ? [] : sectionCells(formOf(form), section);
  });
  return new Set<string>([...TABLE_SECTIONS, ...NARRATIVE_SECTIONS, ...cells]);
}
