import { OrganisationsWereWrittenDown1764000000001 } from './1764000000001-organisations-were-written-down';
import { ReportsBecameObligations1764000000002 } from './1764000000002-reports-became-obligations';
import { SumsWereRolledUp1764000000003 } from './1764000000003-sums-were-rolled-up';
import { EachSeesItsOwn1764000000004 } from './1764000000004-each-sees-its-own';
import { ReadingsSaidHowSureTheyAre1764000000005 } from './1764000000005-readings-said-how-sure-they-are';

/** The diary of the database, oldest first. */
export const MIGRATIONS = [
  OrganisationsWereWrittenDown1764000000001,
  ReportsBecameObligations1764000000002,
  SumsWereRolledUp1764000000003,
  EachSeesItsOwn1764000000004,
  ReadingsSaidHowSureTheyAre1764000000005,
];
