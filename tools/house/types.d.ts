export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** The folders that each folder imports. */
export type Ways = Map<string, Set<string>>;
