import { CELLS, formOf } from '@gongkai/catalogue';
import { openGrid, type DefinedTotal, type EntryGrid, type TextWorth } from '@gongkai/grid';
import type { Cell, Form, FormId } from '@gongkai/model';
import { readTyped } from '@gongkai/parsers/typed';
import { unrollRules } from '@gongkai/rules';

const OPENED = new Map<FormId, EntryGrid>();

/** A form made ready to be filled in: its totals by its own equations, its texts read as the platform reads them. */
export function entryGridOf(id: FormId): EntryGrid {
  const opened = OPENED.get(id) ?? openForm(formOf(id));
  OPENED.set(id, opened);
  return opened;
}

function openForm(form: Form): EntryGrid {
  return openGrid({ form, cells: CELLS, totals: definedTotals(form), read: worthOfText });
}

function definedTotals(form: Form): readonly DefinedTotal[] {
  return unrollRules(form, null).flatMap(({ defines, left }) =>
    defines === null ? [] : [{ cell: defines, parts: left.map(({ cell, factor }) => ({ cell, factor })) }],
  );
}

/** What a text in a cell is worth to a sum. */
function worthOfText(text: string, cell: Cell): TextWorth {
  const read = readTyped(text, cell);
  if (read.state === 'number') return read.amount;
  return read.state === 'blank' || read.state === 'mark' ? 'nothing' : 'unknown';
}
