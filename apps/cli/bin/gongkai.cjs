#!/usr/bin/env node
// The command as npm links it. Installed from a package it loads the build that came along; in a checkout it builds first what is missing or older than its sources.
const { spawnSync } = require('node:child_process');
const { existsSync, readdirSync, statSync, utimesSync } = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');

const HERE = path.resolve(__dirname, '..');
const WORKSPACE = path.resolve(HERE, '../..');
const MAIN = path.join(HERE, 'dist/main.js');
const LIBS = ['model', 'catalogue', 'parsers', 'rules', 'exports'].map((lib) => path.join(WORKSPACE, 'libs', lib));
/** Everything the build is made of. */
const SOURCES = [HERE, ...LIBS].map((project) => path.join(project, 'src'));
SOURCES.push(
  ...['libs/catalogue/data', 'libs/catalogue/generate', 'libs/contract/schema', 'package-lock.json'].map((place) =>
    path.join(WORKSPACE, place),
  ),
);
const NO_SOURCE = /^generated$|\.test\.ts$/;

const isCheckout = () => existsSync(path.join(WORKSPACE, 'nx.json')) && existsSync(path.join(HERE, 'src/main.ts'));

function isStale() {
  if (![MAIN, ...LIBS.map((lib) => path.join(lib, 'dist/index.js'))].every((file) => existsSync(file))) return true;
  const built = statSync(MAIN).mtimeMs;
  return SOURCES.some((source) => isNewer(source, built));
}

function isNewer(place, built) {
  const seen = statSync(place, { throwIfNoEntry: false });
  if (!seen?.isDirectory()) return seen !== undefined && seen.mtimeMs > built;
  const entries = readdirSync(place).filter((name) => !NO_SOURCE.test(name));
  return entries.some((name) => isNewer(path.join(place, name), built));
}

async function build() {
  const { NX, nxEnvironment } = await import(pathToFileURL(path.join(WORKSPACE, 'tools/nx.mjs')).href);
  console.error('正在编译 gongkai（首次使用或源代码有改动）… / Building gongkai (first use, or the sources have changed)…');
  const args = [NX, 'run', '@gongkai/cli:build', '--output-style=static'];
  const { status } = spawnSync(process.execPath, args, { cwd: WORKSPACE, env: nxEnvironment(), stdio: ['ignore', 2, 2] });
  if (status !== 0) return false;
  // What did not change is not written again: the time says that it was looked at.
  utimesSync(MAIN, new Date(), new Date());
  return true;
}

async function run() {
  if (isCheckout() && isStale() && !(await build())) {
    console.error(
      '编译没有成功，原因见上；还没有安装依赖的，请先运行 npm ci。/ The build failed, see above; where nothing is installed yet, run npm ci first.',
    );
    process.exit(70);
  }
  require(MAIN);
}

run();
