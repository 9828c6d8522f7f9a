import { isIP } from 'node:net';
import { verify } from '@node-rs/argon2';
import { SYSTEM } from '../database/caller';
import type { Database } from '../database/database';
import { buildDemoCity } from '../demo';
import { PlatformStore } from '../platform/platform.store';
import { AccountsStore } from './accounts.store';

/**
 * Throws, in words, where an account of the demo still opens with its published password and the platform would listen to more than this machine.
 */
export async function refusePublishedPasswords(database: Database, host: string): Promise<void> {
  if (isLoopback(host)) return;
  const demo = await database.read(SYSTEM, { platform: PlatformStore }, ({ platform }) => platform.isDemo());
  if (!demo) return;
  for (const { login, password } of buildDemoCity().accounts) {
    const held = await database.read(SYSTEM, { accounts: AccountsStore }, ({ accounts }) => accounts.credentials(login));
    if (held !== null && !held.disabled && (await verify(held.passwordHash, password))) throw published(host, login);
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

function published(host: string, login: string): Error {
  const words = [
    `HOST=${host} 会让别的机器也能访问，而演示账号（如 ${login}）用的是公开的密码：不启动。请用 HOST=127.0.0.1，或用没有演示数据的数据库，或先停用演示账号、修改其密码。`,
    `HOST=${host} lets other machines in, and accounts of the demo (${login} and others) have published passwords: not started. Use HOST=127.0.0.1, or a database without demo data, or disable these accounts or change their passwords first.`,
  ];
  return Object.assign(new Error(words.join('\n')), { name: 'Trouble' });
}
