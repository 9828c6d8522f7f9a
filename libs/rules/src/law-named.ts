import type { Form } from '@gongkai/model';

const NAMED = /\{(form|forms|first form)(?:: (\w+))?\}/g;

/**
 * A basis with the law it leaves to the forms: `{form}` is the document of the form in force, `{form: fees}` the passage of it that the file of the
 * form calls so (of the latest form that has such a passage where this one has none), `{forms}` all documents, `{first form}` that of the earliest.
 * Throws where no form has the passage.
 */
export function lawNamed(basis: string, forms: readonly Form[], inForce: Form | null): string {
  if (!basis.includes('{')) return basis;
  const inOrder = [...forms].sort((one, other) => one.years.first - other.years.first);
  const form = inForce ?? inOrder.at(-1);
  return basis.replace(NAMED, (_, which: string, passage: string | undefined) => {
    if (which === 'forms') return inOrder.map(({ document }) => document).join('、');
    const named = which === 'first form' ? inOrder[0] : form;
    if (passage === undefined) return must(named, basis).document;
    const saying = [named, ...[...inOrder].reverse()].find((one) => one?.passages[passage] !== undefined);
    return `${must(saying, basis).document}${must(saying, basis).passages[passage] ?? ''}`;
  });
}

function must(form: Form | undefined, basis: string): Form {
  if (form === undefined) throw new RangeError(`no form says "${basis}"`);
  return form;
}
