import { DECLARED } from '@gongkai/catalogue';
import type { Words } from '@gongkai/model';

/** A declared figure with its title and unit from the catalogue. */
export interface DeclaredValueRow {
  readonly code: string;
  readonly title: Words;
  readonly unit: Words;
  readonly amount: string;
  readonly quotation: string;
}

export function declaredValues(
  declared: readonly { readonly code: string; readonly amount: string; readonly quotation: string }[],
): readonly DeclaredValueRow[] {
  return declared.flatMap((declaration) => {
    const known = DECLARED.find((figure) => figure.code === declaration.code);
    if (known === undefined) return [];
    const { code, amount, quotation } = declaration;
    return [{ code, title: known.title, unit: known.unit, amount, quotation }];
  });
}
