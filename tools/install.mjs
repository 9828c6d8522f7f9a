// Installs what package-lock.json asks for, when it is not what node_modules holds. Node's own modules only: nothing is installed yet.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const OLDEST_NODE = [20, 19];
const STAMP = path.join(ROOT, 'node_modules', '.gongkai-lock');

/** @typedef {{ version: string; integrity: string; optional?: boolean }} Installed */

/** Returns false where nothing can be started, having said why. */
export function install() {
  if (!isNodeNewEnough()) return false;
  const lock = lockHash();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8').trim() === lock) return true;
  if (isInstalled()) {
    stamp(lock);
    return true;
  }
  console.log('安装依赖（首次约一分钟）… / Installing packages (about a minute the first time)…');
  if (!runNpmCi()) {
    console.error('npm ci 失败，请检查网络后重试。/ npm ci failed: see above, check the network and run the same command again.');
    return false;
  }
  stamp(lock);
  return true;
}

/**
 * Notes that node_modules holds what the package-lock.json of this hash says.
 * @type {(lock: string) => void}
 */
function stamp(lock) {
  writeFileSync(STAMP, `${lock}\n`);
}

/** Whether npm, used by hand, has installed the same: its own record in node_modules tells. Packages for other systems may lack. */
function isInstalled() {
  const record = path.join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const [wanted, found] = [path.join(ROOT, 'package-lock.json'), record].map((file) => packagesIn(file));
  /** @type {(entry: [string, Installed]) => boolean} */
  const isThere = ([where, { version, integrity, optional }]) =>
    where in found ? found[where].version === version && found[where].integrity === integrity : Boolean(optional);
  return Object.entries(wanted).every(isThere) && Object.keys(found).every((where) => where in wanted);
}

/** @type {(file: string) => Record<string, Installed>} */
function packagesIn(file) {
  const { packages } = JSON.parse(readFileSync(file, 'utf8'));
  return Object.fromEntries(Object.entries(packages).filter(([where]) => where.includes('node_modules/')));
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(path.join(ROOT, 'package-lock.json')))
    .digest('hex');
}

function isNodeNewEnough() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return true;
  const oldest = OLDEST_NODE.join('.');
  console.error(`需要 Node.js ${oldest} 或更新版本，当前为 ${process.versions.node}。`);
  console.error(`Node.js ${oldest} or newer is needed, this is ${process.versions.node}. Get it from https://nodejs.org`);
  return false;
}

/** Tools and the system's own PostgreSQL are dev and optional packages: a user's npm settings must not leave them out. */
function runNpmCi() {
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd: ROOT, stdio: 'inherit' };
  if (npm && /npm-cli\.c?js$/.test(npm)) return spawnSync(process.execPath, [npm, ...args], options).status === 0;
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' }).status === 0;
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = install() ? 0 : 1;
}
