import { spawn } from 'node:child_process';
import { chown, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sniffFormat } from '../bytes/sniff-format';
import type { ReportFile } from '../parse-report';
import { officeTarget, type OfficeOnlyFormat } from '../printed-document';
import { confine, isRoot, NOBODY, type Command, type Confinement } from './confine';

/** Turns a file only an office program can open into a .docx, or a workbook into a .xlsx; null where there is no such program, or it cannot open the file either. */
export type Convert = (file: ReportFile, signal?: AbortSignal) => Promise<Uint8Array | null>;

export interface ConverterOptions {
  /** The command of LibreOffice. */
  readonly command?: string;
  readonly seconds?: number;
  /** Runs it as nobody, without a network and within these limits; where the system cannot do that nothing is converted. */
  readonly confinement?: Confinement;
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
export function officeConverter({ command = 'soffice', seconds = 60, confinement }: ConverterOptions = {}): Convert {
  return async ({ bytes }, signal) => {
    const folder = await mkdtemp(join(tmpdir(), 'gongkai-office-'));
    try {
      await writeProfile(join(folder, 'profile', 'user'));
      const format = officeFormatOf(bytes);
      const to = officeTarget(format);
      await writeFile(join(folder, `report.${format}`), bytes);
      const profile = pathToFileURL(join(folder, 'profile')).href;
      const args = ['--headless', '--norestore', '--convert-to', to, '--outdir', folder, join(folder, `report.${format}`)];
      const plain = { command, args: [`-env:UserInstallation=${profile}`, ...args] };
      const begun = confinement === undefined ? plain : confine(plain, confinement);
      if (begun === null) return null;
      if (confinement !== undefined && isRoot()) await giveAway(folder);
      const done = await run(begun, { folder, seconds, signal });
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

/** To nobody, who alone works in it then. */
async function giveAway(folder: string): Promise<void> {
  const inside = await readdir(folder, { recursive: true });
  for (const path of ['.', ...inside]) await chown(join(folder, path), NOBODY, NOBODY);
}

interface Run {
  readonly folder: string;
  readonly seconds: number;
  readonly signal: AbortSignal | undefined;
}

/** False where the command is not found, fails, takes too long, or nobody waits for it any more: then all it started is ended with it. */
function run({ command, args }: Command, { folder, seconds, signal }: Run): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: folder, env: { ...ENVIRONMENT, HOME: folder }, stdio: 'ignore', detached: true });
    const kill = (): void => void (child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'));
    const timer = setTimeout(kill, seconds * 1000);
    signal?.addEventListener('abort', kill, { once: true });
    const end = (done: boolean): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', kill);
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
