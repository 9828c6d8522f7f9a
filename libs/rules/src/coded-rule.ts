import type { MissingStrategy, Severity, Words } from '@gongkai/model';

/** The law behind a finding and what to do about it, in words. */
export interface RuleWords {
  readonly says: Words;
  readonly basis: string;
  readonly remedy: Words;
}

/** What a blank means to a rule; `finding`: that something is missing is what it finds. */
export type MissingMeaning = MissingStrategy | 'finding';

/** A rule that no line of a form file can say. */
export interface CodedRule extends RuleWords {
  readonly code: string;
  /** The severities its findings may have, the gravest first. */
  readonly severities: readonly Severity[];
  readonly missing: MissingMeaning;
  /** Its findings may tell what the report of the year before says. */
  readonly acrossYears?: true;
}
