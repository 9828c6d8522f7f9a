export { copySelection } from './copy-selection';
export { entryOrigin, type EntryOrigin, type EntrySources } from './entry-origin';
export { cellIn, layForm, spotOf, type LaidTable, type Spot } from './form-layout';
export {
  focusCell,
  rangeOf,
  selectCell,
  selectionCells,
  startGrid,
  type EntryChange,
  type GridSelection,
  type GridState,
  type SelectedRange,
} from './grid-state';
export { moveSelection, type GridMove, type MoveManner } from './move-selection';
export { openGrid, type DefinedTotal, type EntryGrid, type GridRules, type TextWorth } from './open-grid';
export type { BlockText } from './part-heads';
export { planPaste, type PastePlan } from './plan-paste';
export { readClipboard, type ClipboardBlock, type ClipboardTexts, type TextBlock } from './read-clipboard';
export { takeStep, type GridStep } from './take-step';
export { printTotal, textsOf, totalsIn, type CellTexts } from './totals-in';
