import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { officeConverter } from './office-converter';

const installed = spawnSync('soffice', ['--version']).status === 0;
const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('gongkai-office-'));
const PAGE = { bytes: new TextEncoder().encode('{\\rtf1 one page}'), fileName: 'a.wps' };

describe('officeConverter', () => {
  it('gives nothing where no office program is installed, and leaves nothing behind', async () => {
    const before = folders();
    expect(await officeConverter({ command: 'no-such-office-program' })(PAGE)).toBeNull();
    expect(folders()).toEqual(before);
  });

  (installed ? it : it.skip)('gives up a program that takes too long', async () => {
    const before = folders();
    expect(await officeConverter({ seconds: 0.05 })(PAGE)).toBeNull();
    expect(folders()).toEqual(before);
  });

  (installed ? it : it.skip)(
    'converts to a .docx',
    async () => {
      const bytes = await officeConverter()(PAGE);
      expect(new TextDecoder('latin1').decode(bytes ?? undefined)).toContain('word/document.xml');
    },
    60_000,
  );
});
