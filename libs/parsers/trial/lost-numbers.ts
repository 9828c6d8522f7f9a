import type { Report } from '@gongkai/model';
import type { TrialPage } from './page';

const NUMBER = /\d[\d,]*(?:\.\d+)?/g;

/** Numbers printed in the cells for figures of a page that were read into no cell and no subtotal and are not left over either. */
export function lostNumbers(page: TrialPage, { readings, subtotals, residue }: Report): readonly string[] {
  const printed = page.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat().filter(({ figure }) => figure !== null) : []));
  const read = [...readings, ...(subtotals ?? []), ...residue].flatMap(({ raw }) => numbersOf(raw));
  const open = new Map<string, number>();
  for (const number of read) open.set(number, countOf(open, number) + 1);
  return printed
    .flatMap(({ text }) => numbersOf(text))
    .filter((number) => {
      const left = countOf(open, number);
      open.set(number, left - 1);
      return left < 1;
    });
}

function countOf(counts: ReadonlyMap<string, number>, number: string): number {
  const count = counts.get(number);
  return count === undefined ? 0 : count;
}

/** As printed, but for what separates thousands and for zeros behind the decimals. */
function numbersOf(text: string): readonly string[] {
  return (narrow(text).match(NUMBER) ?? []).map((number) => String(Number(number.replaceAll(',', ''))));
}

function narrow(text: string): string {
  return text.replace(/[０-９，．]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
}
