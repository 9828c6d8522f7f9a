/** How a claim is worded. `sure` wording names what is counted; `likely` counts only where nothing contradicts it. */
export interface Wording {
  /** One of these stands in every claim, so that a sentence without them need not be searched. */
  readonly names: readonly string[];
  readonly sure: readonly RegExp[];
  readonly likely?: RegExp;
  /** Says in words that there was none. */
  readonly none?: readonly RegExp[];
  /** What the sentence, the one before it, or the one that opens its paragraph must speak of. */
  readonly about?: RegExp;
  /** What may not stand before the claim in its sentence. */
  readonly not?: RegExp;
  /** Tells, before the claim, that one channel is meant. */
  readonly channel?: RegExp;
  /** Tells, beside a claim of one channel, that another is counted apart: then it is no whole. */
  readonly besides?: RegExp;
  /** Named as a part of another number by its nature: 其中自然人72件. */
  readonly isPart?: boolean;
}
