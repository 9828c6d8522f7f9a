import { TEXT_HINTS } from '@gongkai/model';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { TemplateTexts } from './template-texts';

const BODY = 'word/document.xml';

export interface DocumentTexts {
  /** Of all cells that stand empty, in the order of the form. */
  readonly cells: TemplateTexts;
  /** In place of the hints. */
  readonly narrative: readonly { readonly section: string; readonly text: string }[];
  /** Whether a text is kept in two runs, as where its writer stopped and went on. */
  readonly parted?: boolean;
}

/** A template typed into as Word would: runs in the paragraphs of empty cells, the hints written over. */
export function filledDocument(template: Uint8Array, { cells, narrative, parted = false }: DocumentTexts): Uint8Array {
  const parts = unzipSync(template);
  const texts = [...cells.values()];
  const body = strFromU8(parts[BODY]!).replace(/<w:tc>.*?<\/w:tc>/gs, (cell) => {
    if (cell.includes('<w:t') && /<w:t[ >]/.test(cell)) return cell;
    if (/<w:vMerge w:val="continue"\/>/.test(cell)) return cell;
    const text = texts.shift();
    if (text === undefined) throw new Error('the template has more empty cells than there are texts');
    return text === '' ? cell : cell.replace(/<\/w:p>|<w:p\/>/, `${runsOf(text, parted)}</w:p>`);
  });
  if (texts.length > 0) throw new Error(`the template has no cells for ${texts.length} texts`);
  return zipSync({ ...parts, [BODY]: strToU8(withText(body, narrative)) });
}

function runsOf(text: string, parted: boolean): string {
  const pieces = parted && text.length > 1 ? [text.slice(0, 1), text.slice(1)] : [text];
  return pieces
    .map((piece) => `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>${piece}</w:t></w:r>`)
    .join('<w:proofErr w:type="spellEnd"/>');
}

function withText(body: string, narrative: DocumentTexts['narrative']): string {
  return narrative.reduce((rest, { section, text }) => {
    const hint = TEXT_HINTS[section as keyof typeof TEXT_HINTS];
    const paragraph = rest.match(new RegExp(`<w:p>(?:(?!</w:p>).)*${hint}.*?</w:p>`, 's'))![0];
    return rest.replace(
      paragraph,
      text
        .split('\n')
        .map((line) => paragraph.replace(hint, line))
        .join(''),
    );
  }, body);
}
