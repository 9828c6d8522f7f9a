import { NARRATIVE_SECTIONS, type Cell, type DeclaredFigure, type Doubt, type Form, type Report } from '@gongkai/model';
import { readDocument } from './formats/document-formats';
import { LARGEST_FILE } from './largest-file';
import { captionYears } from './narrative/caption-years';
import { citedForms } from './narrative/cited-forms';
import type { SectionedDocument } from './narrative/find-sections';
import { narrativeResidue } from './narrative/narrative-residue';
import { readDeclared } from './narrative/read-declared';
import { readFront, type Front } from './narrative/read-front';
import { readProse } from './narrative/read-prose';
import { readYears, type YearsRead } from './narrative/read-years';
import { readNarrative, type NarrativeRead } from './narrative/read-narrative';
import { withoutHints } from './narrative/without-hints';
import type { DocumentFormat, PrintedDocument } from './printed-document';
import { RefusedDocument, refuseEmpty, refuseNoReport, refuseTooLarge, type ParseRefusal } from './refusals';
import { cellsNotFound } from './sections/not-found';
import { unclaimed } from './sections/numbers-left';
import { readOwnYear } from './sections/own-year';
import { readTables, type TablesRead } from './sections/read-tables';

/** What a reader must know: the forms a report may follow (with the rules that tell where cells that ran together part), the cell registry, and the figures a narrative may declare. */
export interface ReaderKnowledge {
  readonly forms: readonly Form[];
  readonly cells: readonly Cell[];
  readonly declared: readonly DeclaredFigure[];
}

export interface ReportFile {
  readonly bytes: Uint8Array;
  /** For messages only: what a file is, its bytes say. */
  readonly fileName: string;
}

export type ParseInput = ReportFile & ReaderKnowledge;

export type ParseOutcome =
  { readonly ok: true; readonly report: Report; readonly format: DocumentFormat } | { readonly ok: false; readonly refusal: ParseRefusal };

const MEGABYTE = 1024 * 1024;
/** A document without recognised tables is taken for a report from this many section headings on. */
const LEAST_HEADINGS = 3;

/**
 * Reads a published or submitted annual report (国令711号第五十条) from a file of any known format. Never throws for what the file holds:
 * what cannot be read as a report at all is refused with a code; what was not understood within a report is among its doubts.
 */
export async function parseReport(input: ParseInput): Promise<ParseOutcome> {
  const { bytes } = input;
  if (bytes.length === 0) return refused(refuseEmpty());
  if (bytes.length > LARGEST_FILE * MEGABYTE) return refused(refuseTooLarge(LARGEST_FILE));
  try {
    return readReport(await readDocument(bytes), input);
  } catch (error) {
    if (error instanceof RefusedDocument) return refused(error.refusal);
    throw error;
  }
}

function readReport(printed: PrintedDocument, knowledge: ReaderKnowledge): ParseOutcome {
  const { forms, cells } = knowledge;
  const { document, doubts } = readOwnYear(withoutHints(printed), forms);
  const text = readText(document);
  const tables = readTables(document, forms, cells, text.year);
  if (!isReport(document, tables)) return refused(refuseNoReport());
  const report = assemble(document, { tables, text }, knowledge);
  return { ok: true, report: { ...report, doubts: [...report.doubts, ...doubts] }, format: document.format };
}

/** What a document says outside its tables. */
interface TextRead extends NarrativeRead, YearsRead {
  readonly front: Front;
}

function readText(document: SectionedDocument): TextRead {
  const front = readFront(document);
  const said = readNarrative(document);
  return { front, ...said, ...readYears({ front, preamble: preambleOf(document), captions: captionYears(document), ...said }) };
}

function refused(refusal: ParseRefusal): ParseOutcome {
  return { ok: false, refusal };
}

function isReport(document: SectionedDocument, tables: TablesRead): boolean {
  return tables.readings.length > 0 || document.headings.length >= LEAST_HEADINGS;
}

interface Parts {
  readonly tables: TablesRead;
  readonly text: TextRead;
}

function assemble(document: SectionedDocument, { tables, text: said }: Parts, { forms, declared: figures }: ReaderKnowledge): Report {
  const { front, narrative, year } = said;
  const prose = readProse(document);
  const declared = readDeclared([...narrative, ...prose], figures, year);
  const { s2, s3, s4 } = tables.chosen;
  return {
    title: front.title,
    agencyName: front.agencyName ?? said.signedBy,
    year,
    period: front.period,
    years: said.years,
    signedOn: said.signedOn,
    forms: { s2: s2.claims?.form.id ?? null, s3: s3.claims?.form.id ?? null, s4: s4.claims?.form.id ?? null },
    cites: citedForms(document, forms),
    order: document.headings.map(({ section }) => section),
    readings: [...tables.readings, ...cellsNotFound({ document, chosen: tables.chosen, forms, year })],
    subtotals: tables.subtotals,
    narrative: narrative.map(({ section, heading, text }) => ({ section, heading, text })),
    prose: prose.map(({ section, text }) => ({ section, text })),
    declared,
    residue: [...unclaimed(tables.residue, declared), ...narrativeResidue(narrative, declared)],
    doubts: [...tables.doubts, ...frontDoubts(year), ...missingNarrative(narrative)],
  };
}

/** The paragraphs before the first section. */
function preambleOf({ blocks, headings }: SectionedDocument): readonly string[] {
  const [first] = headings;
  return first ? blocks.slice(0, first.block).flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])) : [];
}

function frontDoubts(year: number | null): readonly Doubt[] {
  return year === null ? [{ code: 'year_unrecognised', section: null, cell: null, text: '', place: null }] : [];
}

function missingNarrative(narrative: NarrativeRead['narrative']): readonly Doubt[] {
  const missing = NARRATIVE_SECTIONS.filter((code) => narrative.every((one) => one.section !== code));
  return missing.map((section) => ({ code: 'section_missing', section, cell: null, text: '', place: null }));
}
