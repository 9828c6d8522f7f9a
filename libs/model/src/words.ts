/** One text in the two languages the platform speaks. Chinese is the original; English explains it. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** One of the two. */
export type Language = keyof Words;
