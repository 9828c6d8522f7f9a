/** What an act costs of a budget, in units. One unit is about a millisecond of somebody's processor. */
const ORDINARY = 5;
const ACTS: Readonly<Record<string, number>> = {
  logIn: 100,
  changePassword: 100,
  validateReport: 200,
  submitReport: 200,
  fileNil: 50,
  importPublishedReport: 200,
  startImport: 500,
  importRegister: 500,
  saveRegisters: 200,
  indicatorSeries: 20,
  explainPoint: 40,
  pointAgencies: 20,
  cellSums: 20,
  combinedReportDifference: 40,
  editionDiff: 20,
};

export const EXPORT_UNITS = 300;
export const DOWNLOAD_UNITS = 20;

/** Of an operation, by its fields at the root. */
export function unitsOf(roots: readonly string[]): number {
  return roots.reduce((sum, root) => sum + (ACTS[root] ?? ORDINARY), 0);
}
