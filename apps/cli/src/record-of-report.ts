import { CELLS, DECLARED, FORMS, cellOf } from '@gongkai/catalogue';
import { printFigure, type CellId, type Declaration, type DeclaredFigure, type Reading, type Report } from '@gongkai/model';
import type { DocumentFormat } from '@gongkai/parsers';
import { checkReport, derivedTotals, verdictOf } from '@gongkai/rules';
import type { CellRecord, DeclaredRecord, ReadRecord } from './check-record';
import type { LastYear } from './last-year';

/** A report as a reader gave it. */
export interface LoadedReport {
  readonly file: string;
  readonly format: DocumentFormat;
  readonly report: Report;
}

/** Checks a report that came as a document and writes down what is to be said of it. */
export function recordOfReport({ file, format, report }: LoadedReport, expectedYear: number | null, lastYear: LastYear | null): ReadRecord {
  const last = lastYear === null ? null : lastYear.report;
  const findings = checkReport({
    forms: FORMS,
    cells: CELLS,
    declared: DECLARED,
    report,
    expectedYear,
    filing: 'document',
    lastYear: last,
  });
  const declared = report.declared.map(withFigure);
  return {
    file,
    agency: report.agencyName,
    year: report.year,
    forms: report.forms,
    verdict: verdictOf(findings),
    refusal: null,
    cells: cellRecords(report),
    declared: declared.filter(({ figure }) => figure.selfDeclared).map(declaredRecord),
    findings,
    residue: report.residue,
    claims: declared.filter(({ figure }) => !figure.selfDeclared).map(declaredRecord),
    doubts: report.doubts,
    title: report.title,
    period: report.period,
    signedOn: report.signedOn,
    format,
    lastYear: lastYear === null ? null : lastYear.file,
  };
}

/** By cell, in the order of the form; where a cell was read twice the first reading counts, as it does for the rules. */
function cellRecords({ forms, readings }: Report): Readonly<Record<CellId, CellRecord>> {
  const derived = derivedTotals({ forms, readings }, FORMS);
  const first = new Map([...readings].reverse().map((reading) => [reading.cell, reading]));
  const ordered = new Map(readings.map(({ cell }) => [cell, first.get(cell)]));
  return Object.fromEntries(
    [...ordered.values()].flatMap((reading) => (reading ? [[reading.cell, cellRecord(reading, derived.get(reading.cell))]] : [])),
  );
}

function cellRecord(reading: Reading, total: bigint | undefined): CellRecord {
  const { unit } = cellOf(reading.cell);
  return {
    raw: reading.raw,
    state: reading.state,
    amount: reading.state === 'number' ? printFigure(reading.amount, unit) : null,
    unit,
    printedUnit: reading.state === 'number' ? reading.unit : null,
    derived: total === undefined ? null : printFigure(total, unit),
    note: reading.note ?? null,
    confidence: reading.confidence,
    place: reading.place,
  };
}

interface Declared {
  readonly declaration: Declaration;
  readonly figure: DeclaredFigure;
}

function withFigure(declaration: Declaration): Declared {
  const figure = DECLARED.find(({ code }) => code === declaration.code);
  if (!figure) throw new RangeError(`the catalogue has no declared figure ${declaration.code}`);
  return { declaration, figure };
}

function declaredRecord({ declaration, figure }: Declared): DeclaredRecord {
  const { code, amount, quotation, section, place } = declaration;
  return { code, title: figure.title, unit: figure.unit, amount: printFigure(amount, figure.measure), quotation, section, place };
}
