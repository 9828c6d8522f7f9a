/** What an act costs of a budget, in units. One unit is about a millisecond of somebody's processor. */
const ORDINARY = 5;
const ACTS: Readonly<Record<string, number>> = {
  logIn: 100,
  changePassword: 100,
  validateReport: 200,
  submitReport: 200,
  readIntoDraft: 200,
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
/** An original that is read again to be shown. */
export const ORIGINAL_UNITS = 200;
/** A page that names something: whether it is there is looked up. */
export const PAGE_UNITS = 2;

/** Of an operation, by how often each field stands at its root. */
export function unitsOf(roots: ReadonlyMap<string, number>): number {
  return [...roots].reduce((sum, [root, times]) => sum + (ACTS[root] ?? ORDINARY) * times, 0);
}
