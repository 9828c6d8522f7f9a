/** The value behind `--name` on the command line. */
export function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

export function numberOption(name: string, otherwise: number): number {
  const text = option(name);
  return text === undefined ? otherwise : Number(text);
}
