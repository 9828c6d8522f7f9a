/** @import { KnownAccount, Holder } from './types.js' */
const RULE = '─'.repeat(72);
/** @type {Readonly<Record<string, string>>} */
const ROLES = {
  agency: '填报单位 / agency',
  supervisor: '主管部门 / supervisor',
  analyst: '分析人员 / analyst',
  administrator: '管理员 / administrator',
};

/**
 * What a newcomer needs to know once the server is ready.
 * @type {(told: { address: string; data: string; database: string | null; log: string | null; accounts: readonly KnownAccount[] | null; watch: boolean }) => void}
 */
export function announce({ address, data, database, log, accounts, watch }) {
  const lines = [
    '',
    RULE,
    '政府信息公开年度报告平台已就绪 / gongkai is ready',
    '',
    `  地址 / Address    ${address}`,
    `  数据 / Data       ${data}`,
    `  数据库 / Database ${database ?? 'DATABASE_URL'}`,
    ...(log ? [`  日志 / Log        ${log}`] : []),
    ...(accounts?.length ? ['', '  演示账号（虚构数据） / Demo accounts (fictional data)', ...accountLines(accounts)] : []),
    '',
    ...(watch ? ['  修改代码后自动重新编译并刷新 / Changes are rebuilt and reloaded'] : []),
    '  停止 / Stop       Ctrl-C',
    RULE,
  ];
  console.log(lines.join('\n'));
}

/** @type {(accounts: readonly KnownAccount[]) => string[]} */
function accountLines(accounts) {
  /** @type {(key: 'login' | 'password') => number} */
  const width = (key) => Math.max(...accounts.map((account) => String(account[key]).length)) + 2;
  const [login, password] = [width('login'), width('password')];
  return accounts.map(
    (each) => `    ${each.login.padEnd(login)}${each.password.padEnd(password)}${ROLES[each.role] ?? each.role}  ${each.name ?? ''}`,
  );
}

/**
 * What a second start on the same data is told.
 * @type {(holder: Holder, data: string) => void}
 */
export function announceHolder({ pid, since, address, state }, data) {
  const where = address ?? '（正在启动 / still starting）';
  console.log(
    `已有进程使用此数据目录，未重复启动。/ Already ${state === 'ready' ? 'running' : 'starting'} on this data; nothing was started.`,
  );
  console.log(`  地址 / Address    ${where}`);
  console.log(`  数据 / Data       ${data}`);
  console.log(`  进程 / Process    ${pid}，since ${since}`);
  console.log(`  停止 / Stop       ${process.platform === 'win32' ? `taskkill /PID ${pid}` : `kill ${pid}`}`);
  console.log('另起一份：GONGKAI_DATA=另一目录 PORT=3001 npm start / For a second one: GONGKAI_DATA=other-folder PORT=3001 npm start');
}
