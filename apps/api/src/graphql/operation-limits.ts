/** How large an operation may be, whoever asks it, and how much it may answer. */
export interface OperationLimits {
  /** Characters of the document. */
  readonly characters: number;
  readonly depth: number;
  /** Levels of introspection, which asks for types of types. */
  readonly introspectionDepth: number;
  /** Fields as written, those of a fragment at every spread. */
  readonly fields: number;
  readonly roots: number;
  readonly mutations: number;
  readonly directives: number;
  /** Objects of the answer. */
  readonly answers: number;
}

const DOCUMENT = {
  characters: 40_000,
  depth: 12,
  introspectionDepth: 15,
  fields: 1_000,
  roots: 20,
  mutations: 5,
  directives: 50,
} as const;

export const OPERATION_LIMITS = {
  anybody: { ...DOCUMENT, answers: 60_000 },
  account: { ...DOCUMENT, answers: 120_000 },
  /** Over a socket, for every time it is told. */
  subscription: { characters: 8_000, depth: 8, introspectionDepth: 0, fields: 100, roots: 1, mutations: 0, directives: 10, answers: 500 },
} as const satisfies Readonly<Record<string, OperationLimits>>;
