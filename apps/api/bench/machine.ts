import os from 'node:os';

/** What the figures were taken on, and with what. */
export interface Machine {
  readonly machine: {
    readonly processor: string;
    readonly cores: number;
    readonly gigabytes: number;
    readonly system: string;
    readonly load: number;
  };
  readonly versions: Readonly<Record<string, string>>;
}

export function machine(postgres: string, rivals: Readonly<Record<string, string>>): Machine {
  const [cpu] = os.cpus();
  return {
    machine: {
      processor: cpu?.model ?? 'unknown',
      cores: os.cpus().length,
      gigabytes: Math.round(os.totalmem() / 2 ** 30),
      system: `${os.type()} ${os.release()}`,
      load: Number((os.loadavg()[0] ?? Number.NaN).toFixed(1)),
    },
    versions: { node: process.versions.node, postgresql: postgres, ...rivals },
  };
}
