import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { confine, isRoot } from './confine';
import { officeConverter } from './office-converter';

const installed = spawnSync('soffice', ['--version']).status === 0;
const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('gongkai-office-'));
const CONFINEMENT = { seconds: 60, megabytes: 3_000 };
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

  (installed && confine({ command: 'true', args: [] }, CONFINEMENT) ? it : it.skip)(
    'converts as nobody, without a network and within limits',
    async () => {
      const before = folders();
      const bytes = await officeConverter({ confinement: CONFINEMENT })(PAGE);
      expect(new TextDecoder('latin1').decode(bytes ?? undefined)).toContain('word/document.xml');
      expect(await officeConverter({ confinement: { ...CONFINEMENT, megabytes: 20 } })(PAGE)).toBeNull();
      expect(folders()).toEqual(before);
    },
    60_000,
  );
});

describe('confine', () => {
  const said = (script: string): string | null => {
    const command = confine({ command: 'sh', args: ['-c', script] }, CONFINEMENT);
    return command && spawnSync(command.command, [...command.args], { encoding: 'utf8' }).stdout.trim();
  };

  it('leaves a program no network, no rights and little memory', () => {
    if (said('true') === null) return;
    expect(said('tail -n +3 /proc/net/dev | cut -d: -f1')).toBe('lo');
    expect(said('id -u')).toBe(isRoot() ? '65534' : String(process.getuid?.()));
    expect(said('ulimit -v')).toBe(String(CONFINEMENT.megabytes * 1024));
    expect(said('ulimit -t')).toBe(String(CONFINEMENT.seconds));
  });
});
