export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Arguments of Node. */
export type Program = readonly string[];
export type Environment = NodeJS.ProcessEnv;
/** Steps that run one after the other. */
export type Lane = readonly (readonly [name: string, programs: readonly Program[]])[];

/** What is read of Jest's own report. */
export interface JestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly Assertion[];
  }[];
}

export interface Assertion {
  readonly status: string;
  readonly fullName: string;
}

export interface JestRun extends JestReport {
  readonly code: number | null;
}
