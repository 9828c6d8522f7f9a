// npm run gongkai -- …: init, verify, rebuild, dump and restore, which need the database; everything else is the command line of apps/cli.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { install, ROOT } from './install.mjs';
import { NX, nxEnvironment } from './nx.mjs';
import { runToEnd } from './start/child.mjs';
import { openDatabase } from './start/database.mjs';
import { makeDataFolder } from './start/folder.mjs';
import { readSettings } from './start/settings.mjs';
import { Trouble } from './start/trouble.mjs';

const COMMAND = path.join(ROOT, 'apps/api/dist/command.js');

/** The first administrator of one's own city; npm start with the same GONGKAI_DATA goes on from there, without demo data. */
async function init(url, options) {
  const login = options.login ?? (await ask('管理员登录名 / Login of the administrator: '));
  const name = options.name ?? (await ask('姓名 / Name: '));
  const password = process.env.GONGKAI_PASSWORD ?? (await ask('密码（至少10个字符） / Password (10 characters or more): '));
  await run([COMMAND, 'init', login, name], { url, input: `${password}\n` });
  console.log(`已建立管理员 ${login}。现在运行 npm start，登录后导入地区、单位、任务和账号。`);
  console.log(`The administrator ${login} is made. Run npm start, log in, and bring in regions, agencies, the roster and accounts.`);
}

async function ask(question) {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await lines.question(question)).trim();
  } finally {
    lines.close();
  }
}

/** `--login x` as { login: 'x' }. */
function optionsIn(words) {
  return Object.fromEntries(words.flatMap((word, at) => (word.startsWith('--') ? [[word.slice(2), words[at + 1]]] : [])));
}

/** Seen from where the person stands, which npm run leaves. */
function fileIn([file, ...words]) {
  if (file === undefined) throw new Trouble('请给出文件名。', 'Say which file.');
  return [placeOf(file), ...words];
}

/** The file of `--anchor` likewise. */
const afterAnchor = (word, at, words) => (words[at - 1] === '--anchor' ? placeOf(word) : word);

const placeOf = (file) => path.resolve(process.env.INIT_CWD ?? process.cwd(), file);

function run(args, { url, input }) {
  return new Promise((done, fail) => {
    const env = { ...process.env, ...(url ? { DATABASE_URL: url } : {}) };
    const child = spawn(process.execPath, args, { env, stdio: [input === undefined ? 'inherit' : 'pipe', 'inherit', 'inherit'] });
    if (input !== undefined) child.stdin.end(input);
    child.once('error', fail);
    child.once('exit', (code) => (code === 0 ? done() : fail(Object.assign(new Error('ended'), { code }))));
  });
}

/** Opens the database the way npm start does, brings it up to date where asked to, and leaves it as it was found: running or not. */
async function withDatabase(work, { migrated = true } = {}) {
  const settings = readSettings(process.env, []);
  makeDataFolder(settings.data);
  await runToEnd([NX, 'run', '@gongkai/api:build'], { env: nxEnvironment(), what: { chinese: '构建', english: 'The build' } });
  const database = await openDatabase(settings, (line) => console.error(line));
  try {
    if (migrated)
      await runToEnd([COMMAND, 'migrate'], {
        env: { ...process.env, DATABASE_URL: database.url },
        what: { chinese: '数据库迁移', english: 'The database migration' },
      });
    await work(database.url);
  } finally {
    if (!database.reused) await database.stop();
  }
}

async function main([word, ...words]) {
  if (!install()) throw new Trouble('依赖未安装。', 'The packages are not installed.');
  if (word === 'init') return withDatabase((url) => init(url, optionsIn(words)));
  if (['verify', 'rebuild'].includes(word)) return withDatabase((url) => run([COMMAND, word, ...words.map(afterAnchor)], { url }));
  if (['dump', 'restore'].includes(word))
    return withDatabase((url) => run([COMMAND, word, ...fileIn(words)], { url }), { migrated: false });
  return run([path.join(ROOT, 'apps/cli/bin/gongkai.cjs'), ...(word === undefined ? [] : [word]), ...words], {});
}

main(process.argv.slice(2)).catch((error) => {
  if (error.name === 'Trouble') console.error(error.message);
  else if (error.code === undefined) console.error(error);
  process.exitCode = typeof error.code === 'number' ? error.code : 1;
});
