import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const DOCKER = path.resolve(__dirname, '../../docker');
const FILE = path.join(DOCKER, 'compose.yaml');
const FILLED_IN = { POSTGRES_PASSWORD: 'postgres-word', GONGKAI_SECRET: 'a secret of more than 32 characters' };

interface Service {
  readonly image: string;
  readonly restart: string;
  readonly healthcheck?: { readonly test: readonly unknown[] };
  readonly environment: Readonly<Record<string, string>>;
}

describe('docker/compose.yaml as a file', () => {
  const { services } = parse(readFileSync(FILE, 'utf8'), { merge: true }) as { services: Readonly<Record<string, Service>> };

  it('has health checks and a restart policy for what stays', () => {
    const staying = Object.entries(services).filter(([, { restart }]) => restart === 'unless-stopped');
    expect(staying.map(([name]) => name)).toEqual(['database', 'app']);
    for (const [, { healthcheck }] of staying) expect(healthcheck?.test.every((word) => typeof word === 'string')).toBe(true);
  });

  it('has no secret and no default for one', () => {
    expect(services['database']!.environment['POSTGRES_PASSWORD']).toMatch(/^\$\{POSTGRES_PASSWORD:\?/);
    expect(services['app']!.environment['GONGKAI_SECRET']).toMatch(/^\$\{GONGKAI_SECRET:\?/);
    const example = readFileSync(path.join(DOCKER, '.env.example'), 'utf8');
    for (const name of Object.keys(FILLED_IN)) expect(example).toMatch(new RegExp(`^${name}=$`, 'm'));
  });
});

const hasCompose = spawnSync('docker', ['compose', 'version']).status === 0;
(hasCompose ? describe : describe.skip)('docker compose config', () => {
  const config = (env: Record<string, string>): { readonly status: number | null; readonly out: string; readonly error: string } => {
    const run = spawnSync('docker', ['compose', '-f', FILE, 'config', '--format', 'json'], {
      encoding: 'utf8',
      env: { ...process.env, ...env },
    });
    return { status: run.status, out: run.stdout, error: run.stderr };
  };

  it('takes the file once the secrets are set', () => {
    const { status, out } = config(FILLED_IN);
    expect(status).toBe(0);
    const { services } = JSON.parse(out) as { services: Readonly<Record<string, Service>> };
    expect(Object.keys(services).sort()).toEqual(['app', 'database', 'migrate']);
    expect(services['app']!.environment['DATABASE_URL']).toBe('postgres://gongkai:postgres-word@database:5432/gongkai');
  });

  it.each(Object.keys(FILLED_IN))('refuses to go without %s', (missing) => {
    const { status, error } = config({ ...FILLED_IN, [missing]: '' });
    expect(status).not.toBe(0);
    expect(error).toContain(missing);
  });
});
