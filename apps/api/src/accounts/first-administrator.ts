import { hash } from '@node-rs/argon2';
import { SYSTEM } from '../database/caller';
import { createDataSource } from '../database/data-source';
import { Database } from '../database/database';
import { PlatformStore } from '../platform/platform.store';
import { refuseNames } from '../requests/names';
import { isRefusal } from '../requests/refusal';
import { AccountsStore } from './accounts.store';
import { refuseWeak } from './passwords';

/**
 * Makes the first administrator of an installation; later accounts are made by this one. Throws a Trouble where somebody has begun already or
 * the password is weak.
 */
export async function makeFirstAdministrator(
  url: string,
  account: { readonly login: string; readonly name: string; readonly password: string },
): Promise<void> {
  const { login, name, password } = account;
  if (login.trim() === '' || name.trim() === '') throw trouble('登录名和姓名不能为空。/ Login and name are not empty.');
  const unreadable = refuseNames([login, name]);
  if (unreadable !== null) throw trouble(`${unreadable.message.zh}/ ${unreadable.message.en}`);
  const weak = refuseWeak(password, [login.trim(), name.trim()]);
  if (isRefusal(weak)) throw trouble(`${weak.message.zh}/ ${weak.message.en}`);
  const passwordHash = await hash(password);
  const dataSource = await createDataSource(url, 1).initialize();
  try {
    await new Database(dataSource).write(SYSTEM, { accounts: AccountsStore, platform: PlatformStore }, async ({ accounts, platform }) => {
      if (!(await platform.isEmpty()))
        throw trouble('已有地区或账号，不能再次初始化。/ There are regions or accounts already: nothing was made.');
      await accounts.addAccount(
        { login: login.trim(), name: name.trim(), role: 'administrator', agencyId: null, regionId: null },
        passwordHash,
      );
    });
  } finally {
    await dataSource.destroy();
  }
}

/** Something the person at the terminal can put right: shown as words, without a stack. */
function trouble(words: string): Error {
  return Object.assign(new Error(words), { name: 'Trouble' });
}
