import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sniffFormat } from '../bytes/sniff-format';
import type { ReportFile } from '../parse-report';
import { officeTarget, type OfficeOnlyFormat } from '../printed-document';

/** Turns a file only an office program can open into a .docx, or a workbook into a .xlsx; null where there is no such program, or it cannot open the file either. */
export type Convert = (file: ReportFile) => Promise<Uint8Array | null>;

export interface ConverterOptions {
  /** The command of LibreOffice. */
  readonly command?: string;
  readonly seconds?: number;
}

/** The office program sees none of our environment. */
const ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin:/snap/bin:/Applications/LibreOffice.app/Contents/MacOS' };
/** No macro runs, and no link of the document is followed. */
const SETTINGS = [
  ['org.openoffice.Office.Common/Security/Scripting', 'MacroSecurityLevel', '3'],
  ['org.openoffice.Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'],
  ['org.openoffice.Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'],
  ['org.openoffice.Office.Writer/Content/Update', 'Link', '2'],
] as const;

/** Converts by LibreOffice where it is installed, each file with a profile of its own in a folder that is removed afterwards. */
export function officeConverter({ command = 'soffice', seconds = 60 }: ConverterOptions = {}): Convert {
  return async ({ bytes }) => {
    const folder = await mkdtemp(join(tmpdir(), 'gongkai-office-'));
    try {
      await writeProfile(join(folder, 'profile', 'user'));
      const format = officeFormatOf(bytes);
      const to = officeTarget(format);
      await writeFile(join(folder, `report.${format}`), bytes);
      const profile = pathToFileURL(join(folder, 'profile')).href;
      const args = ['--headless', '--norestore', '--convert-to', to, '--outdir', folder, join(folder, `report.${format}`)];
      const done = await run(command, [`-env:UserInstallation=${profile}`, ...args], { folder, seconds });
      return done ? await readWritten(join(folder, `report.${to}`)) : null;
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  };
}

/** What an office program is told of a file it is given, by the file's bytes. */
export function officeFormatOf(bytes: Uint8Array): OfficeOnlyFormat | 'doc' {
  const kind = sniffFormat(bytes);
  return kind === 'doc' || kind === 'rtf' || kind === 'odt' || kind === 'ods' || kind === 'xls' ? kind : 'wps';
}

async function writeProfile(folder: string): Promise<void> {
  const items = SETTINGS.map(
    ([path, name, value]) => `<item oor:path="/${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  );
  await mkdir(folder, { recursive: true });
  const registry = `<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">${items.join('')}</oor:items>`;
  await writeFile(join(folder, 'registrymodifications.xcu'), registry);
}

/** False where the command is not found, fails, or takes too long: then all it started is ended with it. */
function run(command: string, args: readonly string[], { folder, seconds }: { folder: string; seconds: number }): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: folder, env: { ...ENVIRONMENT, HOME: folder }, stdio: 'ignore', detached: true });
    const timer = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'), seconds * 1000);
    const end = (done: boolean): void => {
      clearTimeout(timer);
      resolve(done);
    };
    child.on('error', () => end(false));
    child.on('exit', (code) => end(code === 0));
  });
}

async function readWritten(path: string): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
