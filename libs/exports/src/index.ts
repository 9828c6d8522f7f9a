export * from './write-csv';
export * from './write-workbook';
export * from './series-table';
export * from './report-template';
export { type ReportBeginning } from './report-beginning';
export { reportDocument } from './report-document';
export { reportWorkbook } from './report-workbook';
export { sumsOf, type CellBalance, type SumOfCells } from './sum-rules';
