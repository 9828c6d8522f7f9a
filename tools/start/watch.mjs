import { spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../install.mjs';
import { NX, nxEnvironment } from '../nx.mjs';
import { runToEnd, startToStay } from './child.mjs';
import { claimPort } from './port.mjs';

/** @import { Closing, Environment, Say, ApiProgram, Settings } from './types.js' */

const LOOPBACK = '127.0.0.1';
/** What the api answers; everything else is the web's. */
const API_PATHS = ['/graphql', '/health', '/exports', '/documents'];
/** Code is generated from these: folder and file ending. */
const SOURCES_OF_CODE = [
  { folder: 'libs/catalogue/data', ending: '.yaml' },
  { folder: 'libs/contract/schema', ending: '.graphql' },
  { folder: 'apps/web/src', ending: '.graphql' },
  { folder: 'apps/api/src/database', ending: '.sql' },
];
const SETTLE_MS = 300;

/**
 * The same on one address, with reload: Vite answers on the port and passes the api's paths on to the api behind it; the compiler watches the
 * api and the libraries, and the api starts again after every compilation without errors.
 * @type {(parts: { readonly settings: Settings; readonly port: number; readonly env: Environment; readonly closing: Closing; readonly say: Say }) => Promise<ApiProgram>}
 */
export async function startWatching({ settings, port, env, closing, say }) {
  const apiPort = await claimPort({ host: LOOPBACK, port: 0 });
  const api = keepStarting({ ...env, NODE_ENV: 'development', HOST: LOOPBACK, PORT: String(apiPort) }, say);
  closing.push(() => api.stop());
  const compiler = startCompiler(() => api.restart(), say);
  closing.push(() => compiler.stop());
  const generator = watchSourcesOfCode(say);
  closing.push(() => generator.stop());
  const web = await startVite(settings.host, port, apiPort);
  closing.push(() => web.close());
  return { ...compiler, log: null };
}

/**
 * An api that is started again on request: one restart after the other, and one for all requests that come while it waits.
 * @type {(env: Environment, say: Say) => { readonly restart: () => void; readonly stop: () => Promise<void> }}
 */
function keepStarting(env, say) {
  const begin = () => startToStay([path.join(ROOT, 'apps/api/dist/main.js')], { env, log: null });
  let server = begin();
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  let queue = Promise.resolve();
  const again = async () => {
    say('重新启动服务… / Restarting the api…');
    await server.stop();
    server = begin();
  };
  return {
    restart: () => {
      clearTimeout(timer);
      timer = setTimeout(() => (queue = queue.then(again)), SETTLE_MS);
    },
    stop: async () => {
      clearTimeout(timer);
      await queue;
      await server.stop();
    },
  };
}

/**
 * tsc in build mode, watching; calls back after every compilation but the first that has no errors.
 * @type {(compiled: () => void, say: Say) => Omit<ApiProgram, 'log'>}
 */
function startCompiler(compiled, say) {
  const args = [path.join(ROOT, 'node_modules/typescript/bin/tsc'), '-b', '--watch', '--preserveWatchOutput'];
  const child = spawn(process.execPath, args, { cwd: ROOT, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  let isFirst = true;
  let tail = '';
  child.stdout.on('data', (chunk) => {
    const lines = (tail + chunk).split('\n');
    tail = lines.pop() ?? '';
    for (const line of lines.filter((each) => each.trim() !== '')) {
      const found = /Found (\d+) errors?\./.exec(line);
      if (!found) say(`  tsc  ${line.trim()}`);
      if (found && found[1] === '0' && !isFirst) compiled();
      if (found) isFirst = false;
    }
  });
  const ended = new Promise((done) => child.once('exit', (code, signal) => done({ code, signal })));
  return { ended, isRunning: () => child.exitCode === null, stop: async () => void (child.kill('SIGTERM') && (await ended)) };
}

/**
 * Generates anew when a YAML, GraphQL or SQL file changes; the compiler and Vite see the rest.
 * @type {(say: Say) => { readonly stop: () => Promise<void> }}
 */
function watchSourcesOfCode(say) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  let queue = Promise.resolve();
  const generate = async () => {
    say('生成代码… / Generating code…');
    await runToEnd([NX, 'run-many', '-t', 'generate'], {
      env: nxEnvironment(),
      what: { chinese: '生成代码', english: 'Code generation' },
    }).catch((error) => say(error.message));
  };
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => (queue = queue.then(generate)), SETTLE_MS);
  };
  const watchers = SOURCES_OF_CODE.map(({ folder, ending }) => ({ folder: path.join(ROOT, folder), ending }))
    .filter(({ folder }) => existsSync(folder))
    .map(({ folder, ending }) => watch(folder, { recursive: true }, (_event, file) => void (file?.endsWith(ending) && changed())));
  return {
    stop: async () => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
      await queue;
    },
  };
}

/** @type {(host: string, port: number, apiPort: number) => Promise<import('vite').ViteDevServer>} */
async function startVite(host, port, apiPort) {
  const root = path.join(ROOT, 'apps/web');
  const { createServer } = await import(pathToFileURL(createRequire(path.join(root, 'package.json')).resolve('vite')).href);
  const proxy = Object.fromEntries(API_PATHS.map((each) => [each, { target: `http://${LOOPBACK}:${apiPort}` }]));
  const server = await createServer({ root, server: { host, port, strictPort: true, proxy }, clearScreen: false });
  await server.listen();
  return server;
}
