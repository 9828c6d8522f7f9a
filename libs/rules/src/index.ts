export { checkReport } from './check-report';
export type { AgencyFacts, CheckInput } from './examine';
export type { OwnRule } from './own-rule';
export { deriveTotals } from './derive-totals';
export { cellWords } from './place-words';
export { unrollRules } from './unroll-rules';
export type { Addend, Equation } from './unroll-rules';
export { verdictOf, verdictWords } from './verdict-of';
export type { FindingsVerdict } from './verdict-of';
