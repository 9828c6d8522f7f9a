import { formsFollowed } from '@gongkai/catalogue';
import type { Finding, Form, Severity } from '@gongkai/model';
import type { CheckRecord, FileVerdict, ReadRecord } from '../check-record';
import type { Counts } from '../i18n/words';
import { findingsTable } from './findings-table';
import { terminalLine } from './terminal-text';
import type { Style } from './style';
import { widthOf, wrapItems, wrapText } from './wrap-text';

export const VERDICTS: readonly FileVerdict[] = ['clean', 'warnings', 'must_explain', 'cannot_be_filed', 'unreadable'];
const SEVERITIES: readonly Severity[] = ['error', 'inconsistency', 'warning', 'info'];
const MARKS: Readonly<Record<FileVerdict, string>> = {
  clean: '✓',
  warnings: '!',
  must_explain: '?',
  cannot_be_filed: '✗',
  unreadable: '✗',
};
const GAP = '  ';

/** One line: mark, verdict, file, and how many findings of each severity. */
export function verdictLine(record: CheckRecord, style: Style): string {
  const { words, colors } = style;
  const longest = Math.max(...Object.values(words.tally).map(widthOf));
  const verdict = words.tally[record.verdict];
  const padded = verdict + ' '.repeat(longest - widthOf(verdict));
  const parts = [
    paintVerdict(record.verdict, style)(`${MARKS[record.verdict]} ${padded}`),
    colors.bold(terminalLine(record.file)),
    tallyOf(record, style),
  ];
  return parts.filter((part) => part !== '').join(GAP);
}

/** Verdict, who reports on what, the findings by severity, the gravest first, and the numbers left over; `compared`: whether last year's report was asked for. */
export function showRecord(record: CheckRecord, style: Style, compared: boolean): string {
  const lines = [verdictLine(record, style)];
  if (record.verdict === 'unreadable') lines.push(...paragraph(record.refusal.message[style.language], style));
  else lines.push(...factLines(record, style, compared), ...groups(record.findings, style), ...leftOver(record, style));
  return `${lines.join('\n')}\n`;
}

/** How many files had which verdict. */
export function totalLine(tally: Readonly<Record<FileVerdict, number>>, style: Style): string {
  const { words } = style;
  const files = VERDICTS.reduce((sum, verdict) => sum + tally[verdict], 0);
  const met = VERDICTS.filter((verdict) => tally[verdict] > 0);
  const parts = met.map((verdict) => paintVerdict(verdict, style)(`${words.tally[verdict]} ${tally[verdict]}`));
  return `${words.total(files)}${words.colon}${parts.join(words.between)}`;
}

export function countsOf(findings: readonly Finding[]): Counts {
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  return { errors: count('error'), inconsistencies: count('inconsistency'), warnings: count('warning'), infos: count('info') };
}

function factLines(record: ReadRecord, style: Style, compared: boolean): readonly string[] {
  const { words, colors } = style;
  const sentence = record.verdict === 'clean' ? words.verdicts.clean : words.verdicts[record.verdict](countsOf(record.findings));
  const cells = Object.values(record.cells);
  const facts = [
    record.agency ?? words.noAgency,
    record.year === null ? words.noYear : words.year(record.year),
    formWords(record.forms, style),
    words.formats[record.format],
    words.filled(cells.filter(({ state }) => state === 'number').length, cells.length),
  ];
  return [
    `${GAP}${paintVerdict(record.verdict, style)(sentence)}`,
    ...[...wrapItems(facts, style.width - GAP.length), ...(compared ? [comparison(record, style)] : [])]
      .flatMap((text) => paragraph(text, style))
      .map(colors.dim),
  ];
}

function comparison({ lastYear }: ReadRecord, { words }: Style): string {
  return lastYear === null ? words.nothingToCompare : words.comparedWith(lastYear);
}

/** The columns are named over the first group only. */
function groups(findings: readonly Finding[], style: Style): readonly string[] {
  const { words, colors } = style;
  return SEVERITIES.filter((severity) => findings.some((finding) => finding.severity === severity)).flatMap((severity, index) => {
    const own = findings.filter((finding) => finding.severity === severity);
    const title = paintSeverity(severity, style)(`${words.severities[severity]} ${own.length}`);
    return ['', `${GAP}${title}${GAP}${colors.dim(words.meanings[severity])}`, findingsTable(own, style, index === 0)];
  });
}

/** The numbers that no cell claimed, each with the words around it. */
function leftOver({ residue }: ReadRecord, style: Style): readonly string[] {
  const { words, colors } = style;
  if (residue.length === 0) return [];
  const lines = residue.flatMap(({ raw, context }) =>
    paragraph(terminalLine(context === raw ? raw : `${raw}${words.colon}${context}`), style),
  );
  return ['', `${GAP}${words.left(residue.length)}${GAP}${colors.dim(words.leftMeaning)}`, ...lines];
}

function tallyOf({ findings }: CheckRecord, style: Style): string {
  return SEVERITIES.flatMap((severity) => {
    const count = findings === null ? 0 : findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [paintSeverity(severity, style)(`${style.words.severities[severity]} ${count}`)];
  }).join(GAP);
}

/** A form by its number, as everybody calls it: 〔2021〕30号. */
function formWords(forms: ReadRecord['forms'], { words }: Style): string {
  const named = (form: Form | null): string => (form === null ? words.noForm : form.document.replace(/^[^〔]*/, ''));
  const parts = formsFollowed(forms).map(({ section, form }) => [section, named(form)] as const);
  return new Set(parts.map(([, form]) => form)).size === 1 ? words.form(named(formsFollowed(forms)[0]?.form ?? null)) : words.mixed(parts);
}

function paragraph(text: string, { width }: Style): readonly string[] {
  return wrapText(text, width - GAP.length).map((line) => GAP + line);
}

function paintVerdict(verdict: FileVerdict, { colors }: Style): (text: string) => string {
  if (verdict === 'clean') return colors.green;
  return verdict === 'warnings' ? colors.cyan : verdict === 'must_explain' ? colors.yellow : colors.red;
}

function paintSeverity(severity: Severity, { colors }: Style): (text: string) => string {
  return { error: colors.red, inconsistency: colors.yellow, warning: colors.cyan, info: colors.dim }[severity];
}
