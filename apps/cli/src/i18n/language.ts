import type { Language } from '@gongkai/model';

/** What `--lang` says, then the locale as POSIX orders it; Chinese where neither names a language we speak. */
export function chooseLanguage(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return languageOf(asked(args) ?? '') ?? languageOf(locale) ?? 'zh';
}

/** Needed before the options are read: the help is in this language. */
function asked(args: readonly string[]): string | undefined {
  const at = args.indexOf('--lang');
  return at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length);
}

function languageOf(locale: string): Language | null {
  if (/^en/i.test(locale)) return 'en';
  return /^zh/i.test(locale) ? 'zh' : null;
}
