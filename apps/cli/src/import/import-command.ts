import type { Language } from '@gongkai/model';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { IMPORT_WORDS, type ImportWords } from '../i18n/import-words';
import type { Terminal } from '../terminal';
import type { ImportOptions } from './import-options';

interface Given {
  readonly json?: boolean;
  readonly url?: string;
  readonly token?: string;
  readonly region?: string;
  readonly year?: number;
  readonly source?: string;
  readonly citation?: string;
  readonly published?: string;
  readonly job?: string;
}

type Import = (names: readonly string[], options: ImportOptions) => Promise<void>;

/** Adds `gongkai import`; `parseYear` is that of the other commands. */
export function addImportCommand(
  program: Command,
  language: Language,
  { env, parseYear, run }: { readonly env: Terminal['env']; readonly parseYear: (text: string) => number; readonly run: Import },
): Command {
  const words = IMPORT_WORDS[language];
  const command = program.command('import').description(words.import).argument('[FILE...]', words.files).usage(words.usage);
  for (const option of optionsIn(words, parseYear)) command.addOption(option);
  return command
    .copyInheritedSettings(program)
    .addHelpText('after', words.after)
    .action(async (names: string[], given: Given) => {
      const options = optionsOf(given, language, env);
      const wrong = wrongIn(names, options, words);
      if (wrong !== null) command.error(wrong);
      await run(names, options);
    });
}

function optionsIn(words: ImportWords, parseYear: (text: string) => number): readonly Option[] {
  return [
    new Option('--source <URL>', words.source),
    new Option('--citation <TEXT>', words.citation),
    new Option('--published <DAY>', words.published).argParser((text) => dayIn(text, words)),
    new Option('--region <NAME>', words.region),
    new Option('--year <N>', words.year).argParser(parseYear),
    new Option('--job <ID>', words.job),
    new Option('--url <URL>', words.url),
    new Option('--token <TOKEN>', words.token),
    new Option('--json', words.json),
  ];
}

function dayIn(text: string, words: ImportWords): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new InvalidArgumentError(words.noDay);
  return text;
}

function optionsOf(given: Given, language: Language, env: Terminal['env']): ImportOptions {
  return {
    language,
    json: given.json === true,
    url: given.url ?? env['GONGKAI_URL'] ?? 'http://localhost:3000',
    token: given.token ?? env['GONGKAI_TOKEN'] ?? '',
    region: given.region ?? null,
    year: given.year ?? null,
    source: { url: given.source ?? null, citation: given.citation ?? null, publishedOn: given.published ?? null },
    job: given.job ?? null,
  };
}

function wrongIn(names: readonly string[], { token, source, job }: ImportOptions, words: ImportWords): string | null {
  if (token === '') return words.noToken;
  if ((names.length === 0) === (job === null)) return words.nothing;
  return job === null && source.url === null && source.citation === null ? words.noSource : null;
}
