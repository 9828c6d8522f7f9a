import { CELLS, FORMS, INDICATORS } from './generated/catalogue';

/** The catalogue as questions about figures take it. */
export const CATALOGUE = { forms: FORMS, cells: CELLS, indicators: INDICATORS } as const;
