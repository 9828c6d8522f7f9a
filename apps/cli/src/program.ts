import type { Language } from '@gongkai/model';
import path from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { CheckOptions } from './check-options';
import { CannotWrite } from './workbook/write-records';
import { CANNOT_WRITE, WRONG_USAGE } from './exit-code';
import { HELP, type HelpWords } from './i18n/help';
import { chooseLanguage } from './i18n/language';
import { WORDS } from './i18n/words';
import { addImportCommand } from './import/import-command';
import { runImport } from './import/run-import';
import { runCheck } from './run-check';
import type { Terminal } from './terminal';
import { cliVersion } from './version';

interface Given {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly xlsx?: string;
  readonly lastYear?: string;
  readonly year?: number;
}

/** Runs the program with its arguments and gives its exit code. */
export async function runProgram(args: readonly string[], terminal: Terminal): Promise<number> {
  const language = chooseLanguage(args, terminal.env);
  let code = 0;
  const program = programIn(language, terminal, async (names, options) => {
    code = await runCheck(names, options, terminal);
  });
  addImportCommand(program, language, {
    env: terminal.env,
    parseYear: (text) => yearOf(text, HELP[language]),
    run: async (names, options) => {
      code = await runImport(names, options, terminal);
    },
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE;
    if (!(error instanceof CannotWrite)) throw error;
    terminal.errors.write(`gongkai: ${WORDS[language].workbookNotWritten(error.file, error.message)}\n`);
    return CANNOT_WRITE;
  }
}

type Check = (names: readonly string[], options: CheckOptions) => Promise<void>;

function programIn(language: Language, { output, errors }: Terminal, check: Check): Command {
  const help = HELP[language];
  const program = new Command('gongkai')
    .description(help.program)
    .version(cliVersion, '-V, --version', help.version)
    .helpOption('-h, --help', help.help)
    .helpCommand(false)
    .exitOverride()
    .usage(help.usage)
    .configureHelp({ styleTitle: (title) => help.titles[title] ?? title, optionDescription: ({ description }) => description })
    .configureOutput({
      writeOut: (text) => output.write(text),
      writeErr: (text) => errors.write(text),
      outputError: (text, writeErr) => writeErr(`gongkai: ${text}${help.seeHelp}\n`),
    });
  const command = program
    .command('check')
    .description(help.check)
    .argument('<FILE...>', help.file)
    .usage(help.checkUsage)
    .helpOption('-h, --help', help.help)
    .copyInheritedSettings(program);
  for (const option of checkOptions(help)) command.addOption(option);
  command.addHelpText('after', help.after).action(async (names: string[], given: Given) => {
    const options = optionsOf(given, language);
    if (isAmong(names, options.xlsx)) command.error(help.sameFile);
    await check(names, options);
  });
  return program;
}

function checkOptions(help: HelpWords): readonly Option[] {
  return [
    new Option('--json', help.json),
    new Option('--quiet', help.quiet).conflicts('json'),
    new Option('--xlsx <FILE>', help.xlsx),
    new Option('--last-year <FILE>', help.lastYear),
    new Option('--year <N>', help.year).argParser((text) => yearOf(text, help)),
    new Option('--lang <zh|en>', help.lang).choices(['zh', 'en']),
  ];
}

function isAmong(names: readonly string[], file: string | null): boolean {
  return file !== null && names.some((name) => path.resolve(name) === path.resolve(file));
}

function yearOf(text: string, help: HelpWords): number {
  if (!/^(19|20)\d\d$/.test(text)) throw new InvalidArgumentError(help.noYear);
  return Number(text);
}

function optionsOf({ json = false, quiet = false, xlsx, lastYear, year }: Given, language: Language): CheckOptions {
  return { language, json, quiet, xlsx: xlsx ?? null, lastYear: lastYear ?? null, year: year ?? null };
}
