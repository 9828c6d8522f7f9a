export * from './write-csv';
export * from './write-workbook';
export * from './series-table';
export * from './report-template';
export { reportWorkbook, type ReportBeginning } from './report-workbook';
export { sumsOf, type CellBalance, type SumOfCells } from './sum-rules';
