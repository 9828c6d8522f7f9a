import { ByteView } from '../bytes/byte-view';
import { refuseDamaged, RefusedDocument } from '../refusals';
import { sprmsIn, type Sprm } from './doc-sprms';

/** Properties of the bytes from..to of the main stream. */
export interface PropertyRun {
  readonly from: number;
  readonly to: number;
  /** Number of the style; 0 for characters. */
  readonly style: number;
  readonly sprms: readonly Sprm[];
}

/** Where the table stream says which pages hold the properties. */
export interface PageList {
  readonly at: number;
  readonly size: number;
}

const PAGE = 512;
const HUGE = new Set([0x6645, 0x6646]);

/** Runs of paragraph properties (MS-DOC 2.9.178 PapxFkp), long ones from the data stream, in the order of the file. */
export function paragraphRuns(main: ByteView, table: ByteView, list: PageList, stored: ByteView | undefined): readonly PropertyRun[] {
  return runsIn(main, table, list, (page, count, index) => {
    const at = page.u8((count + 1) * 4 + index * 13) * 2;
    if (at === 0) return { style: 0, sprms: [] };
    const half = page.u8(at);
    const content = half === 0 ? page.part(at + 2, page.u8(at + 1) * 2) : page.part(at + 1, half * 2 - 1);
    if (content.size < 2) return { style: 0, sprms: [] };
    const sprms = sprmsIn(content.part(2, content.size - 2));
    return { style: content.u16(0), sprms: sprms.flatMap((sprm) => (HUGE.has(sprm.code) ? storedSprms(sprm, stored) : sprm)) };
  });
}

/** Runs of character properties (MS-DOC 2.9.33 ChpxFkp). */
export function characterRuns(main: ByteView, table: ByteView, list: PageList): readonly PropertyRun[] {
  return runsIn(main, table, list, (page, count, index) => {
    const at = page.u8((count + 1) * 4 + index) * 2;
    return { style: 0, sprms: at === 0 ? [] : sprmsIn(page.part(at + 1, page.u8(at))) };
  });
}

/** What does not fit on a page stands in the data stream, with its size before it. */
function storedSprms({ operand }: Sprm, stored: ByteView | undefined): readonly Sprm[] {
  const at = operand.u32(0);
  const view = stored ?? new ByteView(new Uint8Array());
  return sprmsIn(view.part(at + 2, view.u16(at)));
}

type ReadRun = (page: ByteView, count: number, index: number) => Pick<PropertyRun, 'style' | 'sprms'>;

function runsIn(main: ByteView, table: ByteView, { at, size }: PageList, read: ReadRun): readonly PropertyRun[] {
  const list = table.part(at, size);
  const pages = Math.max(Math.floor((size - 4) / 8), 0);
  const runs: PropertyRun[] = [];
  for (let number = 0; number < pages; number += 1) {
    const page = main.part((list.u32((pages + 1) * 4 + number * 4) & 0x3fffff) * PAGE, PAGE);
    const count = page.u8(PAGE - 1);
    for (let index = 0; index < count; index += 1) {
      runs.push({ from: page.u32(index * 4), to: page.u32(index * 4 + 4), ...read(page, count, index) });
    }
  }
  if (runs.some((run, index) => run.from >= run.to || run.from < (runs[index - 1]?.to ?? run.from)))
    throw new RefusedDocument(refuseDamaged());
  return runs;
}

/** The run a byte stands in, by halving. Runs cover the whole text: throws `Refused` where one is lost, since deleted text would come back. */
export function runAt(runs: readonly PropertyRun[], at: number): PropertyRun {
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle] as PropertyRun;
    if (at < run.from) high = middle - 1;
    else if (at >= run.to) low = middle + 1;
    else return run;
  }
  throw new RefusedDocument(refuseDamaged());
}
