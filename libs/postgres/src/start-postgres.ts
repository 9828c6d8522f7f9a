import { DATABASE, prepareCluster, USER } from './cluster';
import { preparePlace } from './prepare-place';
import { HOST, runServer } from './run-server';
import { stopServer } from './stop-server';

/** A server that accepts connections. It outlives this process unless stopped. */
export interface RunningPostgres {
  readonly url: string;
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly pid: number;
  /** True where the server was running already, left by a process that died or started by another. */
  readonly reused: boolean;
  /** Where the rows live: the folder asked for, or one outside when the server's user cannot enter it. */
  readonly folder: string;
  /** Ends the server, also a reused one; connections are closed, rows are safe. May be called twice. */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** Made where missing; holds the cluster, its password and its log. */
  readonly folder: string;
  readonly log?: (line: string) => void;
  /** False for tests: nothing is forced to disk, and a power cut may lose the cluster. */
  readonly durable?: boolean;
}

/**
 * Starts a PostgreSQL on a folder, or finds the one that runs there already. The user owns the database `gongkai`, is a superuser
 * and sorts Chinese by pinyin. Listens on the loopback address only. Refuses with a PostgresError.
 */
export async function startPostgres({ folder, log = () => undefined, durable = true }: StartOptions): Promise<RunningPostgres> {
  const place = preparePlace(folder, durable, log);
  const password = prepareCluster(place, log);
  const { pid, port, reused } = await runServer(place, log);
  return {
    url: `postgres://${USER}:${encodeURIComponent(password)}@${HOST}:${port}/${DATABASE}`,
    host: HOST,
    port,
    user: USER,
    password,
    database: DATABASE,
    pid,
    reused,
    folder: place.folder,
    stop: () => stopServer(place, pid),
  };
}
