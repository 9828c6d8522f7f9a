import type { Severity } from '@gongkai/model';

/** The words around findings, in the reader's language. */
export interface FindingWords {
  readonly severities: Readonly<Record<Severity, string>>;
  /** What a severity means for filing, said once over its group. */
  readonly meanings: Readonly<Record<Severity, string>>;
  readonly expected: string;
  readonly found: string;
  readonly difference: string;
  readonly says: string;
  readonly basis: string;
  readonly rule: string;
  /** Where the rule of a finding is written out. */
  readonly ruleAt: (code: string) => string;
  readonly remedy: string;
  readonly details: string;
  readonly show: string;
  readonly consequences: (count: number) => string;
  /** Over the only way to put it right. */
  readonly repair: string;
  readonly repairs: (count: number) => string;
  /** Where more ways were found than are told. */
  readonly more: (count: number) => string;
  readonly incomplete: string;
  readonly blank: string;
}
