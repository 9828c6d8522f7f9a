/** Injection tokens of what is made once at start. */
export const CONFIG = Symbol('config');
export const CLOCK = Symbol('clock');

/** The only clock: the moment now. */
export type Clock = () => Date;
