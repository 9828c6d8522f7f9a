import type { Browser, Page } from 'playwright-core';
import { accessibilityTroubles, describeInBrowser, openBrowser, openPage, settled } from '../support/browser';
import { PASSWORD } from '../support/small-city';
import { smallCityServer } from '../support/small-city-server';

jest.setTimeout(180_000);

const PHONE = { width: 390, height: 844 };
const OFFICE = { width: 1366, height: 768 };
const NEW_PASSWORD = '青禾 river 纸船 copper';

describeInBrowser('administration without a terminal', () => {
  const here = smallCityServer(['agency', 'analyst', 'county', 'administrator']);
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  async function openAs(login: string): Promise<Page> {
    const { page } = await openPage(browser, here.server.address);
    const [name, value] = here.cookies[login]!.split('=') as [string, string];
    await page.context().addCookies([{ name, value, url: here.server.address }]);
    await page.setViewportSize(OFFICE);
    return page;
  }

  async function logIn(page: Page, login: string, password: string): Promise<void> {
    await page.locator('input[name=login]').fill(login);
    await page.locator('input[name=password]').fill(password);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.waitForURL((url) => url.pathname !== '/login');
    await settled(page);
  }

  /** What the api answers a program that comes with a token. */
  async function loginOf(secret: string): Promise<unknown> {
    const response = await fetch(`${here.server.address}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ me { login } }' }),
    });
    const { data } = (await response.json()) as { data?: { me: { login: string } | null } };
    return data?.me?.login;
  }

  async function expectSound(page: Page): Promise<void> {
    for (const size of [PHONE, OFFICE]) {
      await page.setViewportSize(size);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
      expect(await accessibilityTroubles(page)).toEqual([]);
    }
  }

  it('makes a token that a program logs in with until it is withdrawn', async () => {
    const page = await openAs('agency');
    await page.goto('/overview');
    await settled(page);
    await page.getByRole('button', { name: /当前账号/ }).click();
    await page.getByRole('menuitem', { name: '我的账号' }).click();
    await page.waitForURL('**/account');
    await settled(page);
    const tokens = page.getByRole('region', { name: '令牌' });
    await tokens.getByText('还没有令牌').waitFor();
    expect(await tokens.getByLabel('用途').locator('option').allInnerTexts()).toEqual(['查阅和核验', '查阅、核验和报送']);
    await tokens.getByLabel('名称').fill('办公系统');
    await tokens.getByLabel('用途').selectOption({ label: '查阅、核验和报送' });
    await tokens.getByRole('button', { name: '生成令牌' }).click();
    const secret = await tokens.getByLabel('令牌内容').inputValue();
    expect(await tokens.innerText()).toContain('令牌只显示这一次');
    expect(await loginOf(secret)).toBe('agency');
    await expectSound(page);
    await tokens.getByRole('button', { name: '已存好，不再显示' }).click();
    expect(await tokens.getByLabel('令牌内容').count()).toBe(0);

    await page.reload();
    await settled(page);
    expect(await page.content()).not.toContain(secret);
    expect(await tokens.getByRole('row', { name: /办公系统/ }).innerText()).toMatch(/查阅、核验和报送[\s\S]*\d{4}-\d\d-\d\d \d\d:\d\d/);
    await tokens.getByRole('button', { name: '收回令牌“办公系统”' }).click();
    const asked = page.getByRole('dialog', { name: '收回令牌“办公系统”' });
    await asked.getByRole('button', { name: '取消' }).click();
    expect(await loginOf(secret)).toBe('agency');
    await tokens.getByRole('button', { name: '收回令牌“办公系统”' }).click();
    await asked.getByRole('button', { name: '收回', exact: true }).click();
    await tokens.getByText(/已收回/).waitFor();
    expect(await loginOf(secret)).toBeUndefined();
  });

  it('offers each role the tokens it may have, and nobody else any', async () => {
    for (const [login, scopes] of [
      ['analyst', ['查阅和核验']],
      ['county', ['查阅和核验', '查阅和导入已公布的报告']],
      ['administrator', ['查阅和核验', '查阅和导入已公布的报告']],
    ] as const) {
      const page = await openAs(login);
      await page.goto('/account');
      await settled(page);
      expect(await page.getByLabel('用途').locator('option').allInnerTexts()).toEqual(scopes);
    }
    const { page } = await openPage(browser, here.server.address);
    await page.goto('/account');
    await settled(page);
    expect(await page.getByRole('main').innerText()).toContain('请先登录');
    expect(await page.getByRole('textbox').count()).toBe(0);
  });

  it('changes the password, says what is wrong with one, and logs in anew', async () => {
    const page = await openAs('analyst');
    const elsewhere = await openAs('analyst');
    await page.goto('/account');
    await settled(page);
    const form = page.getByRole('region', { name: '更改密码' });
    const change = form.getByRole('button', { name: '更改密码' });
    expect(await form.innerText()).toContain('10 至 200 个字符');
    await form.getByLabel('原密码').fill('not the old one');
    await form.getByRole('textbox', { name: /^新密码/ }).fill(NEW_PASSWORD);
    await form.getByLabel('再输入一次新密码').fill('something else');
    expect(await change.isEnabled()).toBe(false);
    expect(await form.innerText()).toContain('两次输入的新密码不一样');
    await form.getByLabel('再输入一次新密码').fill(NEW_PASSWORD);
    await change.click();
    await form.locator('[data-refusal="WRONG_CREDENTIALS"]').waitFor();
    expect(await accessibilityTroubles(page)).toEqual([]);
    await form.getByLabel('原密码').fill(PASSWORD);
    await change.click();
    await page.getByText('密码已更改').waitFor();
    await elsewhere.goto('/account');
    await settled(elsewhere);
    expect(await elsewhere.getByRole('main').innerText()).toContain('请先登录');
    await page.getByRole('main').getByRole('link', { name: '登录' }).click();
    await logIn(page, 'analyst', NEW_PASSWORD);
    expect(new URL(page.url()).pathname).toBe('/account');
    expect(await page.getByRole('region', { name: '账号' }).innerText()).toContain('analyst');
  });

  it('makes an account whose first password logs in, once shown, and ends it by disabling', async () => {
    const page = await openAs('administrator');
    await page.goto('/overview');
    await settled(page);
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '账号管理' }).click();
    const list = page.getByRole('region', { name: '账号名单' });
    await list.waitFor();
    await page.getByRole('button', { name: '新建账号' }).click();
    const form = page.getByRole('region', { name: '新建账号' });
    const make = form.getByRole('button', { name: '建立账号' });
    await form.getByLabel('登录名').fill('agency');
    await form.getByLabel('姓名或岗位').fill('林业局填报员');
    expect(await make.isEnabled()).toBe(false);
    await form.getByRole('searchbox', { name: '查找单位' }).fill('林业');
    await page.getByRole('option', { name: /青禾县林业局/ }).click();
    await make.click();
    await form.getByText('登录名已被使用').waitFor();
    await form.getByLabel('登录名').fill('linye');
    await make.click();
    const password = await form.getByLabel('初始密码').inputValue();
    await list.getByRole('row', { name: /linye/ }).waitFor();
    await expectSound(page);
    await form.getByRole('button', { name: '已存好，不再显示' }).click();
    expect(await page.content()).not.toContain(password);

    const { page: theirs } = await openPage(browser, here.server.address);
    await theirs.goto('/login?return=/account');
    await logIn(theirs, 'linye', password);
    expect(await theirs.getByRole('region', { name: '账号' }).innerText()).toContain('青禾县林业局');

    await page.getByRole('searchbox', { name: '登录名、姓名、单位或者地区' }).fill('林业');
    await page.waitForURL(/q=/);
    await page.getByText('已列出 2 个，共 2 个').waitFor();
    await list.getByRole('button', { name: '停用账号“linye”' }).click();
    await page.getByRole('dialog', { name: '停用账号“linye”' }).getByRole('button', { name: '停用', exact: true }).click();
    await list.getByRole('button', { name: '重新启用账号“linye”' }).waitFor();
    expect(await list.getByRole('row', { name: /linye/ }).innerText()).toContain('已停用');
    await page.getByLabel('状态').selectOption({ label: '已停用' });
    await page.getByText('已列出 1 个，共 1 个').waitFor();
    await theirs.reload();
    await settled(theirs);
    expect(await theirs.getByRole('main').innerText()).toContain('请先登录');
  });

  it('keeps the accounts from everybody but administrators', async () => {
    for (const login of ['county', 'agency']) {
      const page = await openAs(login);
      await page.goto('/accounts');
      await settled(page);
      expect(await page.getByRole('main').innerText()).toContain('账号由系统管理员维护');
      expect(await page.getByRole('link', { name: '账号管理' }).count()).toBe(0);
      expect(await page.getByRole('table').count()).toBe(0);
    }
  });

  it('refuses a bad register whole, with each bad line, and takes in the mended one', async () => {
    const page = await openAs('administrator');
    await page.goto('/overview');
    await settled(page);
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '名册' }).click();
    await page.getByRole('radiogroup', { name: '哪一类名册' }).getByText('单位').click();
    await page.waitForURL('**/registers?of=agencies');
    const part = page.getByRole('region', { name: '单位' });
    const choose = (name: string, buffer: Buffer) => part.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
    const header = '单位名称,单位类型,所属地区,设立日期';
    const bad = `${header}\n青禾县教育局,DEPARTMENT,青禾县,2000年1月1日\n青禾县公安局,BUREAU,青禾县,\n青禾县财政局,DEPARTMENT,3.20E+05,\n`;
    await choose('单位.csv', Buffer.from(bad));
    await part.getByText('没有登记任何一行').waitFor();
    expect(await part.getByRole('row', { name: /第 2 行/ }).innerText()).toContain('BUREAU');
    expect(await part.getByRole('row', { name: /第 3 行/ }).innerText()).toContain('科学记数');
    expect(await part.getByRole('button', { name: /登记新增/ }).count()).toBe(0);
    await expectSound(page);

    // As Excel saves 「Unicode 文本」: UTF-16 with tabs.
    const good = `${header}\n青禾县教育局,DEPARTMENT,青禾县,２０００年１月１日\n青禾县公安局,DEPARTMENT,青禾县,2000/1/1\n`.replaceAll(
      ',',
      '\t',
    );
    await choose('单位.txt', Buffer.from(`\uFEFF${good}`, 'utf16le'));
    await part.getByText('试读无误，尚未登记').waitFor();
    const kept = () =>
      here.database.owner.query(`SELECT FROM agency_versions WHERE name IN ('青禾县教育局', '青禾县公安局') AND valid_from = '2000-01-01'`);
    expect((await kept()).rowCount).toBe(0);
    await part.getByRole('button', { name: '登记新增的 2 行' }).click();
    await part.getByText('已经登记').waitFor();
    expect((await kept()).rowCount).toBe(2);
    await expectSound(page);

    // As WPS saves CSV in Chinese: GB18030, here 青禾县教育局,DEPARTMENT,青禾县 once more.
    const again = Buffer.concat([
      Buffer.from('b5a5cebbc3fbb3c62cb5a5cebbc0e0d0cd2ccbf9caf4b5d8c7f80a', 'hex'),
      Buffer.from('c7e0bacccfd8bdccd3fdbed62c4445504152544d454e542cc7e0bacccfd80a', 'hex'),
    ]);
    await choose('单位 GBK.csv', again);
    await part.getByText('已有 1 行').waitFor();
    expect(await part.getByRole('button', { name: /登记新增/ }).count()).toBe(0);
  });
});
