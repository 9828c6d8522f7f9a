/** Whether a report was signed (落款日期, ISO date) in the last two months of its own year, which some do before it has ended. */
export function isSignedLate(signedOn: string, year: number): boolean {
  return signedOn.startsWith(`${year}-11`) || signedOn.startsWith(`${year}-12`);
}
