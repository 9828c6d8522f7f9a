import type { Client, Connection } from 'pg';

/** A column of an answer as the server announces it. */
export interface DescribedColumn {
  readonly name: string;
  readonly type: number;
  /** The table or view and the number of the column it comes from; 0 where it is worked out. */
  readonly table: number;
  readonly number: number;
}

export interface DescribedStatement {
  /** Types of the values by place. */
  readonly values: readonly number[];
  readonly columns: readonly DescribedColumn[];
}

interface Field {
  readonly name: string;
  readonly dataTypeID: number;
  readonly tableID: number;
  readonly columnID: number;
}

/** What PostgreSQL says of a statement without running it. Rejects with its error where it cannot stand. */
export function describeStatement(client: Client, text: string): Promise<DescribedStatement> {
  return new Promise((settle, reject) => {
    let values: readonly number[] = [];
    let columns: readonly DescribedColumn[] = [];
    let wire: Connection | null = null;
    const hear = ({ dataTypeIDs }: { readonly dataTypeIDs: readonly number[] }): void => void (values = dataTypeIDs);
    const asking = {
      submit(connection: Connection): void {
        wire = connection;
        connection.on('parameterDescription', hear);
        connection.parse({ name: '', text, types: [] }, true);
        connection.describe({ type: 'S', name: '' }, true);
        connection.sync();
      },
      handleRowDescription({ fields }: { readonly fields: readonly Field[] }): void {
        columns = fields.map(({ name, dataTypeID, tableID, columnID }) => ({ name, type: dataTypeID, table: tableID, number: columnID }));
      },
      handleError(error: Error): void {
        wire?.off('parameterDescription', hear);
        reject(error);
      },
      handleReadyForQuery(): void {
        wire?.off('parameterDescription', hear);
        settle({ values, columns });
      },
    };
    client.query(asking);
  });
}
