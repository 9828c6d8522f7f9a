import { formOf } from '@gongkai/catalogue';
import type { CellId, FormId, Words } from '@gongkai/model';
import { cellWords } from '@gongkai/rules';

/** A cell in the words of the form it is printed in. */
export function cellWordsIn(form: FormId, cell: string): Words {
  return cellWords(formOf(form), cell as CellId);
}
