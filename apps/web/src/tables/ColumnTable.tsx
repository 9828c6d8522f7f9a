import { Table } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import styles from './tables.module.css';

export interface TableColumn<Item> {
  readonly head: string;
  readonly of: (item: Item) => ReactNode;
  /** Names the row. */
  readonly isRowHead?: boolean;
}

interface Props<Item> {
  /** What a row is of: it carries its id as `data-…`. */
  readonly rowsOf: 'report' | 'token' | 'account' | 'line' | 'entry';
  readonly items: readonly Item[];
  readonly columns: readonly TableColumn<Item>[];
  readonly minWidth: number;
}

/** One line for each item; on a narrow screen its fields stand one below the other. */
export function ColumnTable<Item extends { readonly id: string }>({ rowsOf, items, columns, minWidth }: Props<Item>): JSX.Element {
  return (
    <Table.ScrollContainer minWidth={minWidth} type="native" classNames={{ scrollContainerInner: styles.wide ?? '' }}>
      <Table verticalSpacing={7} highlightOnHover className={`figures ${styles.columns}`}>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ head }) => (
              <Table.Th key={head} scope="col">
                {head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <Table.Tr key={item.id} {...{ [`data-${rowsOf}`]: item.id }}>
              {columns.map((column) => (
                <Field key={column.head} item={item} column={column} />
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Field<Item>({ item, column }: { readonly item: Item; readonly column: TableColumn<Item> }): JSX.Element {
  if (!column.isRowHead) return <Table.Td data-head={column.head}>{column.of(item)}</Table.Td>;
  return (
    <Table.Th scope="row" fw={500}>
      {column.of(item)}
    </Table.Th>
  );
}
