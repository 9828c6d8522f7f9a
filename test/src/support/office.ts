import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const FILTERS = { docx: 'docx:MS Word 2007 XML', xlsx: 'xlsx:Calc MS Excel 2007 XML' };

/** A test that needs LibreOffice; skipped where it is not installed. */
export const itWithOffice = spawnSync('soffice', ['--version']).status === 0 ? it : it.skip;

/** Opened, worked out and saved by LibreOffice. Meanwhile the test hears of connections that the server closes. */
export async function keptByOffice(content: Uint8Array, format: keyof typeof FILTERS): Promise<Buffer> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongkai-office-'));
  try {
    writeFileSync(path.join(folder, `a.${format}`), content);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const asked = [profile, '--headless', '--convert-to', FILTERS[format], '--outdir', `${folder}/out`, `${folder}/a.${format}`];
    await promisify(execFile)('soffice', asked);
    return readFileSync(path.join(folder, 'out', `a.${format}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
