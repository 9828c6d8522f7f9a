import type { AccountRole, AgencyKind, CellId, FormId, NarrativeSection, ReasonClass, RegionLevel } from '@gongkai/model';

/** A fictional prefecture with everything that was filed in it from 2019 to 2025. Keys are stable and mean nothing outside. */
export interface DemoCity {
  readonly regions: readonly DemoRegion[];
  readonly agencies: readonly DemoAgency[];
  readonly successions: readonly DemoSuccession[];
  /** One for every agency and year on whose last day it existed, filed or not. */
  readonly filings: readonly DemoFiling[];
  readonly accounts: readonly DemoAccount[];
}

export interface DemoRegion {
  readonly key: string;
  /** Begins with 99, which GB/T 2260 gives to no province; null for the functional zone. */
  readonly code: string | null;
  readonly name: string;
  readonly level: RegionLevel;
  readonly parentKey: string | null;
  /** ISO date, as all days here. */
  readonly validFrom: string;
}

export interface DemoAgency {
  readonly key: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: AgencyKind;
  readonly regionKey: string;
  /** 系统; null where it belongs to none. */
  readonly system: string | null;
  readonly validFrom: string;
  /** First day on which it no longer existed. */
  readonly validTo: string | null;
}

export interface DemoSuccession {
  readonly kind: 'merge';
  readonly predecessorKey: string;
  readonly successorKey: string;
  readonly on: string;
  readonly basis: string;
}

export interface DemoFiling {
  readonly agencyKey: string;
  readonly year: number;
  readonly dueOn: string;
  /** False for an agency that is listed and owes nothing. */
  readonly obliged: boolean;
  /** In order of time; none where nothing was filed. A second `submit` after a publication is an amendment. */
  readonly acts: readonly FilingAct[];
}

interface Act {
  /** ISO 8601 with the offset of China. */
  readonly at: string;
  readonly byLogin: string;
}

export type FilingAct = Act &
  (
    | {
        readonly act: 'submit';
        readonly report: DemoReport;
        readonly explanations: readonly DemoExplanation[];
        /** Both null but for an amendment. */
        readonly reasonClass: ReasonClass | null;
        readonly reason: string | null;
      }
    | { readonly act: 'return'; readonly reason: string; readonly comments: readonly { readonly cell: CellId; readonly text: string }[] }
    | { readonly act: 'accept' | 'publish' }
  );

/** A report as it is typed or printed: every cell of its forms once. */
export interface DemoReport {
  /** `document`: it came as a file, in which cells may be blank. */
  readonly source: 'typed' | 'document';
  readonly formS2: FormId;
  readonly formS3: FormId;
  /** Digits in the cell's unit; `""` for a blank, `/` for a mark (both only in documents). */
  readonly cells: readonly { readonly cell: CellId; readonly text: string }[];
  readonly narrative: readonly { readonly section: NarrativeSection; readonly text: string }[];
}

export interface DemoExplanation {
  readonly code: string;
  /** First cell of the finding it explains. */
  readonly cell: CellId;
  readonly text: string;
}

export interface DemoAccount {
  readonly login: string;
  /** Printed at the start for everyone to read: these accounts exist where the data is fictional and nowhere else. */
  readonly password: string;
  /** An office, never a person. */
  readonly name: string;
  readonly role: AccountRole;
  readonly agencyKey: string | null;
  readonly regionKey: string | null;
  /** One of the few that the start prints. */
  readonly featured: boolean;
}
