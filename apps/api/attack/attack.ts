import type { AttackedCity } from './attacked-city';

/** How an attempt ended: the code or status it was refused with; `nothing` where it went through. */
export interface AttackOutcome {
  readonly refusedWith: string;
}

/**
 * One hostile attempt against the api at the address. It ends when the platform has answered, and is repeated for as long as the attack lasts, by
 * several connections at once. A file of `attacks` exports one, named as the file.
 */
export type Attack = (address: string, city: AttackedCity) => Promise<AttackOutcome>;
