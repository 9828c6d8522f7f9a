export * from './write-csv';
export * from './series-table';
