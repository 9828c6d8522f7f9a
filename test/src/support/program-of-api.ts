import { type ChildProcess, spawn } from 'node:child_process';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { WORKSPACE } from './fresh-database';

/** The built api at a free port, its output going where it is told; resolves when it listens. */
export async function startApiWriting(
  to: 'ignore' | number,
  env: Readonly<Record<string, string>>,
): Promise<{ address: string; child: ChildProcess }> {
  const port = await freePort();
  const child = spawn(process.execPath, [path.join(WORKSPACE, 'apps/api/dist/main.js')], {
    env: { ...process.env, HOST: '127.0.0.1', GONGKAI_SECRET: 'a secret only this test knows, 32+', PORT: String(port), ...env },
    stdio: ['ignore', to, to],
  });
  const address = `http://127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the api ended with ${child.exitCode ?? child.signalCode}`);
    if (
      await fetch(`${address}/health/live`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return { address, child };
    await new Promise((tick) => setTimeout(tick, 50));
  }
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}
