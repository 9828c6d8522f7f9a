import path from 'node:path';
import { readKept, writeJson } from './folder.mjs';

/** @import { KnownAccount } from './types.js' */

/** @type {(data: string) => string} */
const fileIn = (data) => path.join(data, 'demo-accounts.json');

/**
 * The demo accounts of this very database; null where it was never seeded from here.
 * @type {(data: string, mark: string) => readonly KnownAccount[] | null}
 */
export function readDemoAccounts(data, mark) {
  const kept = readKept(fileIn(data));
  return kept?.database === mark ? kept.accounts : null;
}

/**
 * Seeds the demo city by `seed()` and keeps its accounts, which that prints as a line of JSON: `{"accounts":[{login,password,role,name}]}`.
 * @type {(data: string, mark: string, seed: () => Promise<string>) => Promise<readonly KnownAccount[]>}
 */
export async function seedDemo(data, mark, seed) {
  const accounts = accountsIn(await seed());
  writeJson(fileIn(data), { database: mark, accounts });
  return accounts;
}

/** @type {(printed: string) => readonly KnownAccount[]} */
export function accountsIn(printed) {
  for (const line of printed.split('\n').filter((each) => each.trim().startsWith('{'))) {
    try {
      const { accounts } = JSON.parse(line);
      if (Array.isArray(accounts)) return accounts;
    } catch {
      // Some other line that begins with a brace.
    }
  }
  return [];
}
