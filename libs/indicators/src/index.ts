export { absenceIn, type AbsenceReason, type EditionHeld } from './absence-in';
export { addUp, type GroupedRow, type ReportedRow } from './add-up';
export type { CatalogueAsked } from './catalogue-asked';
export { changesOf, type OrganisationRecord, type VersionChange } from './changes-of';
export { comparabilityOf, formsThatSpeak, verdictBetween, worstOf } from './comparability';
export { compareYears } from './compare-years';
export {
  contributionOf,
  dominanceOf,
  type Contribution,
  type Dominance,
  type NumberWithout,
  type PartOfPoint,
  type Share,
  type Whole,
} from './contribution-of';
export { NOBODY_EXPECTED, addCoverages, countedIn, coverageOf, type AgencyCounts } from './coverage';
export { effectOf, ownEffectOf, type EditionParts, type Effect, type Replacement, type StandingSums } from './effect-of';
export { formulaWords, workedWords, type CellWords } from './formula-words';
export { groupBy } from './group-by';
export { heldReports, namesOf, regionsBelow, relatives, type HeldReport, type StructuredScope } from './held-reports';
export { markPoint } from './mark-point';
export { isObjection, type Objection } from './objection';
export { comparableParts, formFor, partsOf, shownOf, sumOf, type Part, type SumOfForms, type ShownValue, type Sums } from './parts';
export { pointOf, type CountedPoint, type PointInput } from './point-of';
export { cellGroups, isByCells, questionsOf, type CellChoice, type CellGroup, type Grouping, type Question } from './questions-of';
export { applicantsOf, outcomeGroups, outcomesOf, refusedParting, type OutcomeGroup, type RequestAxis } from './request-axes';
export { reasonClassesOf, type CoverageRow, type PanelRow, type PanelSide, type RestatedRow, type SumRow } from './rows';
export { seriesOf, type Answers, type SeriesRow } from './series-of';
export { LEVEL_RANKS, objectTogether, seriesQuestion, type SeriesAsked, type SeriesFilter, type SeriesQuery } from './series-question';
export { constantGroups, holdersToday, keyOf, lastDayOf, type AgencyToday, type Edge, type Holders, type StructureView } from './structure';
export { lawfulOver, objectOverYears, yearsFigure, type OverYears, type YearsFigure } from './years-figure';
