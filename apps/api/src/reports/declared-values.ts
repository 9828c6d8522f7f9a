import { DECLARED } from '@gongkai/catalogue';
import { type Words, printFigure } from '@gongkai/model';

/** A declared figure with its title and unit from the catalogue; `amount` is printed in that unit. */
export interface DeclaredValueRow {
  readonly code: string;
  readonly title: Words;
  readonly unit: Words;
  readonly amount: string;
  readonly quotation: string;
}

/** What the report says of itself. Claims that a table holds are for the rules, not for show: the catalogue says which. */
export function declaredValues(
  declared: readonly { readonly code: string; readonly amount: string; readonly quotation: string }[],
): readonly DeclaredValueRow[] {
  return declared.flatMap(({ code, amount, quotation }) => {
    const known = DECLARED.find((figure) => figure.code === code && figure.selfDeclared);
    if (known === undefined) return [];
    return [{ code, title: known.title, unit: known.unit, amount: printFigure(BigInt(amount), known.measure), quotation }];
  });
}
