const LONGEST_QUOTATION = 60;

/** A quotation as messages carry it. */
export function shortened(quotation: string): string {
  return quotation.length <= LONGEST_QUOTATION ? quotation : `${quotation.slice(0, LONGEST_QUOTATION)}…`;
}
