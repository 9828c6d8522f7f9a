import type { CheckOptions } from '../check-options';
import type { CheckRecord, FileVerdict } from '../check-record';
import { EXIT_CODES } from '../exit-code';
import { isUnreached } from '../sources/refusals';
import type { Terminal } from '../terminal';
import { jsonLine } from './json-line';
import { terminalLine } from './terminal-text';
import { startProgress } from './progress';
import { VERDICTS, showRecord, totalLine, verdictLine } from './show-record';
import { styleFor, type Style } from './style';
import { write } from './write';

/** Says what was found, record after record. */
export interface Reporter {
  /** An archive that was counted as one file holds so many. */
  readonly expectMore: (held: number) => void;
  readonly say: (record: CheckRecord) => Promise<void>;
  /** Says how many files had which verdict, and gives the worst of their exit codes. */
  readonly finish: () => Promise<number>;
}

export function openReporter(options: CheckOptions, { output, errors, env }: Terminal, files: number): Reporter {
  const style = styleFor(output, options.language, env);
  const progress = startProgress(files, errors);
  const tally: Record<FileVerdict, number> = { clean: 0, warnings: 0, must_explain: 0, cannot_be_filed: 0, unreadable: 0 };
  let said = 0;
  return {
    expectMore: (held) => progress.expectMore(held - 1),
    say: async (record) => {
      tally[record.verdict] += 1;
      said += 1;
      progress.hide();
      const missing = whyMissing(record, style);
      if (missing !== null) await write(errors, `gongkai: ${terminalLine(missing)}\n`);
      if (missing === null || options.json) await write(output, textOf(record, options, style));
      progress.step();
    },
    finish: async () => {
      progress.stop();
      if (!options.json && said > 1) await write(output, `${totalLine(tally, style)}\n`);
      return Math.max(...VERDICTS.filter((verdict) => tally[verdict] > 0).map((verdict) => EXIT_CODES[verdict]));
    },
  };
}

function textOf(record: CheckRecord, { json, quiet, lastYear }: CheckOptions, style: Style): string {
  if (json) return jsonLine(record);
  return `${quiet ? verdictLine(record, style) : showRecord(record, style, lastYear !== null)}\n`;
}

/** Said where errors are said: there is no file to speak of. */
function whyMissing({ file, refusal }: CheckRecord, { language, words }: Style): string | null {
  return refusal !== null && isUnreached(refusal) ? `${file}${words.colon}${refusal.message[language]}` : null;
}
