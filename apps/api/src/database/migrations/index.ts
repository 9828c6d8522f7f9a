import { TheHouseWasBuilt1764000000046 } from './1764000000046-the-house-was-built';
import { DraftsHeldFiles1764000000047 } from './1764000000047-drafts-held-files';
import { EditionsHeldNotes1764000000048 } from './1764000000048-editions-held-notes';

/** The diary of the tables, oldest first. What stands over them is not in it: see the folder `schema`. */
export const MIGRATIONS = [TheHouseWasBuilt1764000000046, DraftsHeldFiles1764000000047, EditionsHeldNotes1764000000048];
