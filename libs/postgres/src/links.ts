import { chmodSync, copyFileSync, existsSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes the libraries' short names (`libicuuc.so.60` for `libicuuc.so.60.2`) that a npm package cannot hold and its install script,
 * which may be forbidden, would make; and sets the programs executable. Throws where the folder is not ours to write.
 */
export function completeLinks(native: string): void {
  const lib = join(native, 'lib');
  for (const file of existsSync(lib) ? readdirSync(lib) : []) {
    const name = shortName(file);
    if (name && !existsSync(join(lib, name))) link(lib, file, name);
  }
  const bin = join(native, 'bin');
  if (process.platform === 'win32') return;
  for (const program of readdirSync(bin)) chmodSync(join(bin, program), 0o755);
}

/** `libpq.so.5.18` → `libpq.so.5`, `libicudata.77.1.dylib` → `libicudata.77.dylib`, others null. */
export function shortName(file: string): string | null {
  const linux = /^(.+\.so\.\d+)\.[\d.]+$/.exec(file);
  if (linux) return linux[1] ?? null;
  const mac = /^(.+?\.\d+)\.[\d.]+\.dylib$/.exec(file);
  return mac ? `${mac[1]}.dylib` : null;
}

function link(lib: string, file: string, name: string): void {
  try {
    symlinkSync(file, join(lib, name));
  } catch {
    if (!existsSync(join(lib, name))) copyFileSync(join(lib, file), join(lib, name));
  }
}
