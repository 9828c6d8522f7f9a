/** What the environment and the flags ask for. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  readonly web: string;
  readonly databaseUrl: string | null;
  readonly secret: string | null;
  readonly watch: boolean;
  readonly demo: boolean;
}

export type Say = (line: string) => void;
export type Environment = NodeJS.ProcessEnv;

/** How a program ended; `error` where it could not be started. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly error?: Error;
}

/** A program that stays, and where it writes. */
export interface ApiProgram {
  readonly ended: Promise<Ending>;
  readonly isRunning: () => boolean;
  readonly stop: () => Promise<void>;
  readonly log: string | null;
}

export interface OpenedDatabase {
  readonly url: string;
  readonly mark: string;
  /** The folder of an embedded one. */
  readonly where: string | null;
  readonly reused: boolean;
  readonly watchOver: (died: () => void) => () => void;
  readonly stop: () => Promise<void>;
}

/** What has been brought up; either is replaced when it has ended and is started again. */
export interface Running {
  database: OpenedDatabase;
  server: ApiProgram;
}

/** Brings up whatever is not running; `ended` is what ended. */
export type Start = (ended?: EndedPart) => Promise<void>;

export type EndedPart = 'server' | 'database';

/** What an action is called when it failed. */
export interface ActionName {
  readonly chinese: string;
  readonly english: string;
}

export interface KnownAccount {
  readonly login: string;
  readonly password: string;
  readonly role: string;
  readonly name?: string;
}

/** Which process serves a data folder, and where. */
export interface Holder {
  readonly pid: number;
  readonly birth: string | null;
  readonly since: string;
  readonly state: string;
  readonly address: string | null;
}

export interface Lock {
  readonly wasLeft: boolean;
  readonly update: (more: Partial<Holder>) => void;
  readonly release: () => void;
}

export type Closing = (() => Promise<void>)[];
