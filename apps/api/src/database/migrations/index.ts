import { OrganisationsWereWrittenDown1764000000001 } from './1764000000001-organisations-were-written-down';
import { ReportsBecameObligations1764000000002 } from './1764000000002-reports-became-obligations';
import { SumsWereRolledUp1764000000003 } from './1764000000003-sums-were-rolled-up';
import { EachSeesItsOwn1764000000004 } from './1764000000004-each-sees-its-own';
import { ReadingsSaidHowSureTheyAre1764000000005 } from './1764000000005-readings-said-how-sure-they-are';
import { SomeRowsCannotApply1764000000006 } from './1764000000006-some-rows-cannot-apply';
import { SupervisorsWroteRules1764000000007 } from './1764000000007-supervisors-wrote-rules';
import { LaterChecksWereTold1764000000008 } from './1764000000008-later-checks-were-told';
import { EveryActWasWrittenDown1764000000009 } from './1764000000009-every-act-was-written-down';
import { ProgramsCameWithTokens1764000000010 } from './1764000000010-programs-came-with-tokens';
import { AnAdministratorKeepsTheRegisters1764000000011 } from './1764000000011-an-administrator-keeps-the-registers';
import { MovesBecameATable1764000000012 } from './1764000000012-moves-became-a-table';
import { DraftsWereKept1764000000013 } from './1764000000013-drafts-were-kept';
import { EveryArrivalGotAReceipt1764000000014 } from './1764000000014-every-arrival-got-a-receipt';
import { HistoryWasBroughtIn1764000000015 } from './1764000000015-history-was-brought-in';
import { ImportsBecameJobs1764000000016 } from './1764000000016-imports-became-jobs';
import { WhatWasWrittenDownStayed1764000000018 } from './1764000000018-what-was-written-down-stayed';
import { TheOwnerTookTheRole1764000000019 } from './1764000000019-the-owner-took-the-role';
import { AmendmentsWereMarked1764000000020 } from './1764000000020-amendments-were-marked';
import { OrganisationsChangedByActs1764000000022 } from './1764000000022-organisations-changed-by-acts';
import { AgenciesBelongedToSystems1764000000023 } from './1764000000023-agencies-belonged-to-systems';
import { SumsWereRebuiltAtOnce1764000000025 } from './1764000000025-sums-were-rebuilt-at-once';
import { CoverageWasCountedAlong1764000000026 } from './1764000000026-coverage-was-counted-along';
import { ThePublicReadInOneStatement1764000000027 } from './1764000000027-the-public-read-in-one-statement';
import { RestatementsWereAddedUp1764000000028 } from './1764000000028-restatements-were-added-up';
import { NothingWasLeftUntold1764000000029 } from './1764000000029-nothing-was-left-untold';
import { AskingHadABudget1764000000031 } from './1764000000031-asking-had-a-budget';
import { TheProofCoveredTheRecord1764000000032 } from './1764000000032-the-proof-covered-the-record';
import { WhoAsksWasKnown1764000000033 } from './1764000000033-who-asks-was-known';
import { WorkWasHeldByOne1764000000034 } from './1764000000034-work-was-held-by-one';
import { DoubtsSaidWhy1764000000037 } from './1764000000037-doubts-said-why';
import { TextsWereCompared1764000000039 } from './1764000000039-texts-were-compared';
import { FormsBecameRows1764000000044 } from './1764000000044-forms-became-rows';
import { SectionFourGotItsForm1764000000045 } from './1764000000045-section-four-got-its-form';

/** The diary of the database, oldest first. */
export const MIGRATIONS = [
  OrganisationsWereWrittenDown1764000000001,
  ReportsBecameObligations1764000000002,
  SumsWereRolledUp1764000000003,
  EachSeesItsOwn1764000000004,
  ReadingsSaidHowSureTheyAre1764000000005,
  SomeRowsCannotApply1764000000006,
  SupervisorsWroteRules1764000000007,
  LaterChecksWereTold1764000000008,
  EveryActWasWrittenDown1764000000009,
  ProgramsCameWithTokens1764000000010,
  AnAdministratorKeepsTheRegisters1764000000011,
  MovesBecameATable1764000000012,
  DraftsWereKept1764000000013,
  EveryArrivalGotAReceipt1764000000014,
  HistoryWasBroughtIn1764000000015,
  ImportsBecameJobs1764000000016,
  WhatWasWrittenDownStayed1764000000018,
  TheOwnerTookTheRole1764000000019,
  AmendmentsWereMarked1764000000020,
  OrganisationsChangedByActs1764000000022,
  AgenciesBelongedToSystems1764000000023,
  SumsWereRebuiltAtOnce1764000000025,
  CoverageWasCountedAlong1764000000026,
  ThePublicReadInOneStatement1764000000027,
  RestatementsWereAddedUp1764000000028,
  NothingWasLeftUntold1764000000029,
  AskingHadABudget1764000000031,
  TheProofCoveredTheRecord1764000000032,
  WhoAsksWasKnown1764000000033,
  WorkWasHeldByOne1764000000034,
  DoubtsSaidWhy1764000000037,
  TextsWereCompared1764000000039,
  FormsBecameRows1764000000044,
  SectionFourGotItsForm1764000000045,
];
