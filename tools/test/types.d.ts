export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Arguments of Node. */
export type Program = readonly string[];
/** Steps that run one after the other. */
export type StepLane = readonly (readonly [name: string, programs: readonly Program[]])[];

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
