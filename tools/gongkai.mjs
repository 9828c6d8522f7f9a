// npm run gongkai -- …: init, verify, rebuild, dump and restore, which need the database; everything else is the command line of apps/cli.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { openAnswers } from './answers.mjs';
import { install, ROOT } from './install.mjs';
import { NX, nxEnvironment } from './nx.mjs';
import { runToEnd } from './start/child.mjs';
import { openDatabase } from './start/database.mjs';
import { makeDataFolder } from './start/folder.mjs';
import { readSettings } from './start/settings.mjs';
import { Trouble } from './start/trouble.mjs';

const COMMAND = path.join(ROOT, 'apps/api/dist/command.js');
const PASSWORDS = path.join(ROOT, 'apps/api/dist/accounts/passwords.js');

const HELP = `gongkai：本机数据库的命令 / commands of the database here
  init [--login NAME] [--name NAME]        建立第一个管理员 / make the first administrator
  verify record [--anchor FILE] [--from PLACE]
                                           档案与留痕逐项核对 / hold the record against the trail
  verify audit [SEQUENCE:SHA256]           核对留痕的链 / the chain of the trail alone
  verify rollups                           重新加总核对 / add up every edition anew
  rebuild rollups                          重建汇总 / work all sums out again
  dump FILE [--unproved]                   导出整库 / everything as of one moment
  restore FILE                             恢复到空库 / into an empty database
`;

/**
 * The first administrator of one's own city; npm start with the same GONGKAI_DATA goes on from there, without demo data.
 * @type {(url: string, options: Record<string, string | undefined>) => Promise<void>}
 */
async function init(url, options) {
  const answers = openAnswers();
  try {
    const login = options.login ?? (await answers.ask('管理员登录名 / Login of the administrator: '));
    const name = options.name ?? (await answers.ask('姓名 / Name: '));
    if (login.trim() === '' || name.trim() === '') throw new Trouble('登录名和姓名不能为空。', 'Login and name are not empty.');
    const password = process.env.GONGKAI_PASSWORD ?? (await newPassword(answers, [login, name]));
    await run([COMMAND, 'init', login, name], { url, input: `${password}\n` });
    console.log(`已建立管理员 ${login}。现在运行 npm start，登录后导入地区、单位、任务和账号。`);
    console.log(`The administrator ${login} is made. Run npm start, log in, and bring in regions, agencies, the roster and accounts.`);
  } finally {
    answers.close();
  }
}

/**
 * Judged at once, and typed twice where somebody types it; a pipe says it once and is not asked again.
 * @type {(answers: ReturnType<typeof openAnswers>, names: readonly string[]) => Promise<string>}
 */
async function newPassword(answers, names) {
  const { refuseWeak } = createRequire(import.meta.url)(PASSWORDS);
  for (;;) {
    const password = await answers.askHidden('密码（至少10个字符，不显示） / Password (10 characters or more, not shown): ');
    const weak = refuseWeak(password, names);
    if (weak !== null && !answers.isTerminal) throw new Trouble(weak.message.zh, weak.message.en);
    if (weak !== null) console.error(`${weak.message.zh}\n${weak.message.en}`);
    else if (!answers.isTerminal || (await answers.askHidden('再输一次 / Once more: ')) === password) return password;
    else console.error('两次输入不同，请再来一次。\nThe two differ; once more from the beginning.');
  }
}

/**
 * `--login x` as { login: 'x' }.
 * @type {(words: readonly string[]) => Record<string, string | undefined>}
 */
function optionsIn(words) {
  return Object.fromEntries(words.flatMap((word, at) => (word.startsWith('--') ? [[word.slice(2), words[at + 1]]] : [])));
}

/**
 * Seen from where the person stands, which npm run leaves.
 * @type {(words: readonly string[]) => string[]}
 */
function fileIn([file, ...words]) {
  if (file === undefined) throw new Trouble('请给出文件名。', 'Say which file.');
  return [placeOf(file), ...words];
}

/**
 * The file of `--anchor` likewise.
 * @type {(word: string, at: number, words: readonly string[]) => string}
 */
const afterAnchor = (word, at, words) => (words[at - 1] === '--anchor' ? placeOf(word) : word);

/** @type {(file: string) => string} */
const placeOf = (file) => path.resolve(process.env.INIT_CWD ?? process.cwd(), file);

/** @type {(args: readonly string[], how: { readonly url?: string; readonly input?: string }) => Promise<void>} */
function run(args, { url, input }) {
  return new Promise((done, fail) => {
    const env = { ...process.env, ...(url ? { DATABASE_URL: url } : {}) };
    const child = spawn(process.execPath, args, { env, stdio: [input === undefined ? 'inherit' : 'pipe', 'inherit', 'inherit'] });
    if (input !== undefined) child.stdin?.end(input);
    child.once('error', fail);
    child.once('exit', (code) => (code === 0 ? done() : fail(Object.assign(new Error('ended'), { code }))));
  });
}

/**
 * Opens the database the way npm start does, brings it up to date where asked to, and leaves it as it was found: running or not.
 * @type {(work: (url: string) => Promise<void>, how?: { readonly migrated?: boolean }) => Promise<void>}
 */
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

/** @type {(words: readonly string[]) => Promise<void>} */
async function main([word, ...words]) {
  if (!install()) throw new Trouble('依赖未安装。', 'The packages are not installed.');
  if (word === 'init') return withDatabase((url) => init(url, optionsIn(words)));
  if (['verify', 'rebuild'].includes(word)) return withDatabase((url) => run([COMMAND, word, ...words.map(afterAnchor)], { url }));
  if (['dump', 'restore'].includes(word))
    return withDatabase((url) => run([COMMAND, word, ...fileIn(words)], { url }), { migrated: false });
  if (word === undefined || ['help', '--help', '-h'].includes(word)) console.log(HELP);
  return run([path.join(ROOT, 'apps/cli/bin/gongkai.cjs'), ...(word === undefined ? [] : [word]), ...words], {});
}

main(process.argv.slice(2)).catch((error) => {
  if (error.name === 'Trouble') console.error(error.message);
  else if (error.code === undefined) console.error(error);
  process.exitCode = typeof error.code === 'number' ? error.code : 1;
});
