export { CELLS, DEADLINES, DECLARED, FORMS, GLOSSARY, INDICATORS } from './generated/catalogue';
export { cellOf, findCell, findForm, findIndicator, formInForce, formOf, formsFollowed, indicatorOf, type FollowedForm } from './find';
export { CATALOGUE } from './whole';
export { dueOn } from './due-on';
export { TOTAL_POLICY, addsTotals, totalCellsOf } from './total-policy';
