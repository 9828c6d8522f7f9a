/** Injection tokens of what is made once at start. */
export const CONFIG = Symbol('config');
export const CLOCK = Symbol('clock');

/** The only clock: the moment now. That of a running platform is the database's, which all its programs share; a command brings its own. */
export type Clock = () => Date;
