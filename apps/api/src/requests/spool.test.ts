import { mkdtempSync, readdirSync, writeFileSync, mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Spool } from './spool';

const bytes = (size: number): Readable => Readable.from([Buffer.alloc(size, 'x')]);

describe('the spool', () => {
  const parent = mkdtempSync(path.join(os.tmpdir(), 'gongkai-spool-test-'));
  const here = (): readonly string[] => readdirSync(path.join(parent, `${os.hostname()}.${process.pid}`));

  it('keeps what arrives for as long as its request lasts', async () => {
    const share = Spool.open(parent, 1_000).shareFor('public');
    const file = await share.keep(bytes(100));
    expect(await buffer(file.createReadStream())).toHaveLength(100);
    await share.release();
    expect(here()).toEqual([]);
    for (let tries = 0; tries < 50; tries += 1) await expect(share.keep(bytes(1))).rejects.toThrow('ended');
    expect(here()).toEqual([]);
  });

  it('has room for so much, and the public fills its own share alone', async () => {
    const spool = Spool.open(parent, 1_000);
    const [first, second, account] = [spool.shareFor('public'), spool.shareFor('public'), spool.shareFor('accounts')];
    await first.keep(bytes(200));
    await expect(second.keep(bytes(200))).rejects.toMatchObject({ status: 503, code: 'UPLOADS_FULL' });
    await account.keep(bytes(700));
    await first.release();
    await second.keep(bytes(200));
    await Promise.all([second.release(), account.release()]);
    expect(here()).toEqual([]);
  });

  it('is emptied of what a process left that has ended', () => {
    const left = path.join(parent, `${os.hostname()}.${2 ** 22 + 1}`);
    mkdirSync(left);
    writeFileSync(path.join(left, 'file'), 'x');
    Spool.open(parent, 1_000).close();
    expect(readdirSync(parent)).toEqual([]);
  });
});
