import { TOTAL_POLICY, cellOf } from '@gongkai/catalogue';
import type { CellId } from '@gongkai/model';
import { cellWords } from '@gongkai/rules';
import { Table } from '@mantine/core';
import type { JSX } from 'react';
import { formsOf } from '../../report-parts/forms-of';
import { useWords } from '../../words/use-words';
import type { Edition } from './use-report';

/** Printed totals that are not what their details make, each with both figures and the one that counts. */
export function DifferingTotals({ edition: { totals, forms } }: { readonly edition: Edition }): JSX.Element | null {
  const { t, say } = useWords();
  const printedIn = formsOf(forms, null);
  const wordsOf = (cell: CellId): string => {
    const form = printedIn[cellOf(cell).section];
    return form === null ? cell : say(cellWords(form, cell));
  };
  if (totals.length === 0) return null;
  return (
    <section aria-labelledby="differing-totals">
      <h3 id="differing-totals">{t('totals.title', { count: totals.length })}</h3>
      <Table className="figures">
        <Table.Thead>
          <Table.Tr>
            {(['cell', 'reported', 'computed', 'difference'] as const).map((column) => (
              <Table.Th scope="col" key={column}>
                {t(`totals.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {totals.map(({ cell, rule, reported, computed, difference }) => (
            <Table.Tr key={`${cell} ${rule}`} data-differing-total={cell}>
              <Table.Th scope="row">
                {wordsOf(cell as CellId)} <span className="gk-faded">{rule}</span>
              </Table.Th>
              <Table.Td>{reported}</Table.Td>
              <Table.Td>{computed}</Table.Td>
              <Table.Td>{difference}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <p className="gk-faded">{say(TOTAL_POLICY.says)}</p>
    </section>
  );
}
