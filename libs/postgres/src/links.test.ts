import { mkdtempSync, mkdirSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { completeLinks, shortName } from './links';

describe('completeLinks', () => {
  it('knows the short names of libraries', () => {
    expect(shortName('libicuuc.so.60.2')).toBe('libicuuc.so.60');
    expect(shortName('libicudata.77.1.dylib')).toBe('libicudata.77.dylib');
    expect(shortName('libssl.so.1.1')).toBe('libssl.so.1');
    expect(shortName('libxml2.so.2')).toBeNull();
    expect(shortName('libpq.a')).toBeNull();
  });

  it('makes them and sets the programs executable', () => {
    const native = mkdtempSync(join(tmpdir(), 'gongkai-links-'));
    try {
      for (const folder of ['lib', 'bin']) mkdirSync(join(native, folder));
      writeFileSync(join(native, 'lib', 'libpq.so.5.18'), '');
      writeFileSync(join(native, 'bin', 'postgres'), '', { mode: 0o644 });
      completeLinks(native);
      completeLinks(native);
      expect(readlinkSync(join(native, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
      expect(statSync(join(native, 'bin', 'postgres')).mode & 0o777).toBe(0o755);
    } finally {
      rmSync(native, { recursive: true });
    }
  });
});
