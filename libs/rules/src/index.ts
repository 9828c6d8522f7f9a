export { checkReport } from './check-report';
export type { AgencyFacts, CheckInput } from './examine';
export { deriveTotals } from './derive-totals';
export { cellWords } from './place-words';
export { unrollRules } from './unroll-rules';
export type { Addend, Equation } from './unroll-rules';
export { verdictOf } from './verdict-of';
export type { FindingsVerdict } from './verdict-of';
