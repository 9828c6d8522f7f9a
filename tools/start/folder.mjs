import { randomBytes } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Trouble } from './trouble.mjs';

const LOG_LIMIT_BYTES = 10_000_000;

/**
 * Makes the data folder; others may pass through it, since the database may have to run as another user.
 * @type {(folder: string) => void}
 */
export function makeDataFolder(folder) {
  try {
    if (mkdirSync(folder, { recursive: true }) !== undefined) chmodSync(folder, 0o755);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Trouble(
      `数据目录 ${folder} 不可写（${error.code}）。请用创建它的用户启动，或用 GONGKAI_DATA 另选目录。`,
      `The data folder ${folder} is not writable (${error.code}). Start as the user who made it, or choose another with GONGKAI_DATA.`,
    );
  }
}

/**
 * Reads a JSON file of the data folder; null where there is none.
 * @type {(file: string) => Record<string, any> | null}
 */
export function readKept(file) {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Trouble(`无法读取 ${file}：${error.message}`, `${file} cannot be read: ${error.message}`);
  }
}

/**
 * Written beside and renamed: never half, and readable by its owner only.
 * @type {(file: string, content: object) => void}
 */
export function writeJson(file, content) {
  const half = `${file}.${process.pid}`;
  writeFileSync(half, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(half, file);
}

/**
 * Secrets are made once and kept; losing them signs everybody out.
 * @type {(folder: string) => string}
 */
export function keepSecret(folder) {
  const file = path.join(folder, 'secrets.json');
  const kept = readKept(file);
  if (kept?.secret) return kept.secret;
  const secret = randomBytes(48).toString('base64url');
  writeJson(file, { ...kept, secret });
  return secret;
}

/**
 * Where the server writes what it does; the former one is kept when it has grown long.
 * @type {(folder: string) => string}
 */
export function logFileIn(folder) {
  const file = path.join(folder, 'api.log');
  if (existsSync(file) && statSync(file).size > LOG_LIMIT_BYTES) renameSync(file, `${file}.1`);
  return file;
}
