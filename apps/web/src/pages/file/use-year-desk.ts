import { entryOrigin, printTotal, startGrid, textsOf, totalsIn } from '@gongkai/grid';
import type { CellId, Finding, NarrativeSection } from '@gongkai/model';
import type { ShownEntry } from '@gongkai/ui';
import { useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import type { TypedContent } from '../../drafts/typed-content';
import type { DraftDesk } from '../../drafts/use-draft';
import type { ReasonClass } from '../../generated/graphql';
import { useInapplicable } from '../../report-parts/use-inapplicable';
import { shownFindings, type ReadFinding } from '../../report-parts/shown-findings';
import type { DeskToCheck, FileFindings } from './check-desk';
import type { FileOnDesk } from './file-on-desk';
import { useDeskComments, type DeskComments } from './use-desk-comments';
import { useEarlierYears, type EarlierYear } from './use-earlier-years';
import { textsFrom, useEntryGrid, type EntryDeskGrid } from './use-entry-grid';
import { useFindings } from './use-findings';
import type { Filer, FilerReport } from './use-filer';

/** The draft once its content is known. */
export type OpenDraft = DraftDesk & { readonly content: TypedContent };

/** One year of the agency on the desk: its grid, its texts, what is wrong with them, and what stood before. */
export interface YearDesk {
  readonly agency: Filer;
  readonly report: FilerReport;
  readonly draft: OpenDraft;
  readonly file: FileOnDesk | null;
  readonly sheet: EntryDeskGrid;
  readonly entries: ReadonlyMap<string, ShownEntry>;
  readonly findings: readonly Finding[] | null;
  readonly isChecking: boolean;
  readonly isBroken: boolean;
  /** Null while they are fetched. */
  readonly earlier: readonly EarlierYear[] | null;
  readonly inapplicable: ReadonlySet<string>;
  readonly comments: DeskComments;
  readonly explanationOf: (finding: FindingNamed) => string;
  readonly explain: (finding: FindingNamed, text: string) => void;
  readonly textOf: (section: NarrativeSection) => string;
  readonly write: (section: NarrativeSection, text: string) => void;
  /** What is noted of a cell or a section; empty for nothing. */
  readonly noteOn: (on: string) => string;
  readonly note: (on: string, text: string) => void;
  readonly put: PutContent;
  readonly giveReason: (reasonClass: ReasonClass | null, reason: string) => void;
}

type FindingNamed = Pick<Finding, 'code' | 'cells'>;

interface DeskOf {
  readonly agency: Filer;
  readonly report: FilerReport;
  readonly draft: OpenDraft;
  readonly file: FileOnDesk | null;
}

export function useYearDesk({ agency, report, draft, file }: DeskOf): YearDesk {
  const { content, revision } = draft;
  const put = usePut(draft);
  const onChange = useCallback((cells: TypedContent['cells']) => put(() => ({ cells })), [put]);
  const sheet = useEntryGrid({ content, revision, onChange });
  const earlier = useEarlierYears(agency.reports, report.year);
  const inapplicable = useInapplicable(agency.id, report.year);
  const asked = useQuestion({ agency, report, draft, file }, { sheet, earlier, inapplicable });
  const { findings, isPending, isBroken } = useFindings(asked);
  const entries = useEntries(sheet, draft, file);
  const writing = useMemo(() => writingBy(put), [put]);
  const comments = useDeskComments(report, draft, sheet);
  return {
    ...{ agency, report, draft, file, sheet, entries, findings, isBroken, earlier, inapplicable, comments },
    isChecking: isPending,
    put,
    ...textsOn(content),
    ...writing,
  };
}

/** Changes a part of the draft's content over whatever else was changed a moment ago. */
export type PutContent = (part: (content: TypedContent) => Partial<TypedContent>) => void;

function usePut({ content, change }: OpenDraft): PutContent {
  const latest = useRef({ content, change });
  useLayoutEffect(() => {
    latest.current = { content, change };
  }, [content, change]);
  return useCallback((part) => {
    const next = { ...latest.current.content, ...part(latest.current.content) };
    latest.current = { ...latest.current, content: next };
    latest.current.change(next);
  }, []);
}

interface Standing {
  readonly sheet: EntryDeskGrid;
  readonly earlier: readonly EarlierYear[] | null;
  readonly inapplicable: ReadonlySet<string>;
}

/** What the worker is asked: another question only where something counts that changed. */
function useQuestion({ agency, report, draft, file }: DeskOf, { sheet, earlier, inapplicable }: Standing): DeskToCheck | null {
  const { form, narrative } = draft.content;
  const { year, agencyKind } = report;
  const { grid, texts } = sheet;
  const asRead = useMemo(() => file && fileFindings(grid, file), [grid, file]);
  return useMemo(() => {
    if (earlier === null) return null;
    const cannotHave = [...inapplicable].map((row) => `s2/${row}`);
    const filing = asRead === null ? ('online' as const) : ('document' as const);
    const lastYear = earlier.find((one) => one.year === year - 1)?.report ?? null;
    const agencyFacts = { kind: agencyKind, name: agency.name, cannotHave };
    return { typed: { form, year, narrative, texts, filing, lastYear, agency: agencyFacts }, file: asRead };
  }, [form, narrative, texts, earlier, inapplicable, year, agencyKind, agency.name, asRead]);
}

function fileFindings(grid: EntryDeskGrid['grid'], { id, said }: FileOnDesk): FileFindings {
  const cells = said.readings.map(({ cell, text }) => ({ cell, text: text ?? null }));
  return {
    id,
    texts: textsOf(grid, startGrid(grid, textsFrom(grid, cells)).entries),
    narrative: said.narrative.map(({ section, text }) => ({ section, text })),
    findings: shownFindings(said.findings) as readonly ReadFinding[] as readonly Finding[],
  };
}

/** Every cell with what it says and where that comes from. */
function useEntries(
  { grid, state, texts }: EntryDeskGrid,
  { carried }: OpenDraft,
  file: FileOnDesk | null,
): ReadonlyMap<string, ShownEntry> {
  return useMemo(() => {
    const handedOn = new Map(carried.map(({ cell, amount }) => [cell, amount]));
    const totals = totalsIn(grid, state.entries);
    const shownEntry = (cell: CellId): ShownEntry => {
      const text = texts.get(cell) ?? '';
      const total = totals.get(cell);
      const worked = state.entries.has(cell) && total !== undefined ? printTotal(grid, cell, total) : null;
      if (grid.totals.has(cell)) return { text, origin: null, was: worked, isTotal: true };
      const sources = { read: file?.readings.get(cell)?.text, carried: handedOn.get(cell) };
      const origin = entryOrigin(text, sources);
      const was = origin === 'typed_over' ? sources.read : origin === 'carried_changed' ? sources.carried : undefined;
      return { text, origin, was: was ?? null, isTotal: false };
    };
    return new Map(grid.tables.flatMap(({ lines }) => lines.flat().map((cell) => [cell, shownEntry(cell)] as const)));
  }, [grid, state.entries, texts, carried, file]);
}

const isOf = ({ code, cells: [first] }: FindingNamed, one: TypedContent['explanations'][number]): boolean =>
  one.code === code && (one.cell ?? null) === (first ?? null);

/** The texts beside the tables. */
function textsOn({ explanations, narrative, notes }: TypedContent): Pick<YearDesk, 'explanationOf' | 'textOf' | 'noteOn'> {
  return {
    explanationOf: (finding) => explanations.find((one) => isOf(finding, one))?.text ?? '',
    noteOn: (on) => notes.find((one) => one.on === on)?.text ?? '',
    textOf: (section) => narrative.find((one) => one.section === section)?.text ?? '',
  };
}

/** Each text is kept with the draft as it is typed. */
function writingBy(put: PutContent): Pick<YearDesk, 'explain' | 'write' | 'note' | 'giveReason'> {
  return {
    explain: (finding, text) =>
      put(({ explanations }) => {
        const others = explanations.filter((one) => !isOf(finding, one));
        const own = text === '' ? [] : [{ code: finding.code, cell: finding.cells[0] ?? null, text }];
        return { explanations: [...others, ...own] };
      }),
    write: (section, text) =>
      put(({ narrative }) => {
        const others = narrative.filter((one) => one.section !== section);
        const all = text === '' ? others : [...others, { section, text }];
        return { narrative: all.toSorted((a, b) => a.section.localeCompare(b.section)) };
      }),
    note: (on, text) =>
      put(({ notes }) => {
        const isKnown = notes.some((one) => one.on === on);
        const all = isKnown ? notes.map((one) => (one.on === on ? { on, text } : one)) : [...notes, { on, text }];
        return { notes: all.filter((one) => one.text !== '') };
      }),
    giveReason: (reasonClass, reason) => put(() => ({ reasonClass, reason: reason === '' ? null : reason })),
  };
}
