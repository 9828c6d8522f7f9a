export * from './write-csv';
export * from './write-workbook';
export * from './series-table';
export * from './report-template';
