import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';

const DOCKER = path.resolve(__dirname, '../../docker');
const FILE = path.join(DOCKER, 'compose.yaml');
const CONFIG = path.resolve(__dirname, '../../apps/api/src/config.ts');
/** Settings the image fixes, and secrets, which are files. */
const NOT_HANDED_THROUGH = ['GONGKAI_WEB', 'GONGKAI_DATA', 'GONGKAI_SECRET'];

interface Service {
  readonly image: string;
  readonly restart: string;
  readonly healthcheck?: { readonly test: readonly unknown[] };
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
  readonly mem_limit?: string;
  readonly pids_limit?: number;
  readonly tmpfs?: readonly string[];
}

describe('docker/compose.yaml as a file', () => {
  const composed = parse(readFileSync(FILE, 'utf8'), { merge: true }) as {
    services: Readonly<Record<string, Service>>;
    secrets: Readonly<Record<string, { file: string }>>;
  };
  const { services } = composed;

  it('has health checks, limits and a restart policy for what stays', () => {
    const staying = Object.entries(services).filter(([, { restart }]) => restart === 'unless-stopped');
    expect(staying.map(([name]) => name)).toEqual(['database', 'app']);
    for (const [, { healthcheck, mem_limit: memory, pids_limit: pids }] of staying) {
      expect(healthcheck?.test.every((word) => typeof word === 'string')).toBe(true);
      expect([memory, pids]).toEqual([expect.any(String), expect.any(Number)]);
    }
    for (const folder of services['app']!.tmpfs!) expect(folder).toMatch(/size=/);
  });

  it('has secrets as files only, and the app those of a login that owns nothing', () => {
    expect(services['app']!.secrets).toEqual(['app_url', 'gongkai_secret']);
    expect(services['migrate']!.secrets).toEqual(['owner_url']);
    for (const { environment } of Object.values(services)) expect(JSON.stringify(environment)).not.toMatch(/postgres:\/\/|PASSWORD"/);
    expect(readFileSync(path.join(DOCKER, '.env.example'), 'utf8')).not.toMatch(/PASSWORD|SECRET/);
  });

  it('hands every setting of the platform through', () => {
    const settings = [...readFileSync(CONFIG, 'utf8').matchAll(/^ {2}(GONGKAI_\w+):/gm)].map(([, name]) => name!);
    expect(settings.length).toBeGreaterThan(5);
    const missing = settings.filter((name) => !NOT_HANDED_THROUGH.includes(name) && !(name in services['app']!.environment));
    expect(missing).toEqual([]);
  });

  it('has its secrets written by its script, once, each other than the next', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-secrets-'));
    try {
      cpSync(path.join(DOCKER, 'make-secrets.sh'), path.join(folder, 'make-secrets.sh'));
      const run = (): number | null => spawnSync('sh', [path.join(folder, 'make-secrets.sh')]).status;
      expect(run()).toBe(0);
      const names = readdirSync(path.join(folder, 'secrets')).sort();
      expect(names).toEqual(Object.keys(composed.secrets).sort());
      const texts = names.map((name) => readFileSync(path.join(folder, 'secrets', name), 'utf8'));
      expect(new Set(texts).size).toBe(names.length);
      for (const text of texts) expect(text.length).toBeGreaterThanOrEqual(64);
      expect(run()).toBe(1);
      expect(names.map((name) => readFileSync(path.join(folder, 'secrets', name), 'utf8'))).toEqual(texts);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

const hasCompose = spawnSync('docker', ['compose', 'version']).status === 0;
(hasCompose ? describe : describe.skip)('docker compose config', () => {
  it('takes the file', () => {
    const run = spawnSync('docker', ['compose', '-f', FILE, 'config', '--format', 'json'], { encoding: 'utf8' });
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
    const { services } = JSON.parse(run.stdout) as { services: Readonly<Record<string, Service>> };
    expect(Object.keys(services).sort()).toEqual(['app', 'database', 'migrate']);
  });
});
