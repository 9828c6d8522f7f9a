import { Table, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { cellWords } from '@gongkai/rules';
import { NARRATIVE_SECTIONS, type CellId, type NarrativeSection } from '@gongkai/model';
import { memo, useMemo, type JSX } from 'react';
import { ask } from '../../ask/ask';
import { FaultNote } from '../../feedback/FaultNote';
import { EarlierYearDocument } from '../../generated/graphql';
import { usePlaceWords } from '../../words/use-place-words';
import { useWords } from '../../words/use-words';
import { reportFromEdition, type EarlierEdition } from './report-from-edition';
import { saysTheSame } from './unanswered-comments';
import { standingEdition } from './use-earlier-years';
import type { YearDesk } from './use-year-desk';

interface CellDifference {
  readonly cell: CellId;
  readonly before: string;
  readonly after: string;
}

/** What the amendment changes in what stands, cell by cell, before it is sent. */
export const AmendmentDifference = memo(function AmendmentDifference({ desk }: { readonly desk: YearDesk }): JSX.Element | null {
  const { t } = useWords();
  const named = usePlaceWords();
  const standing = standingEdition(desk.report);
  const { data, error } = useQuery({
    queryKey: ['earlier-year', standing?.id],
    queryFn: () => ask(EarlierYearDocument, { id: standing?.id ?? '' }),
    enabled: standing !== null,
    staleTime: Infinity,
  });
  const differences = useMemo(() => (data?.edition ? differencesOf(desk, data.edition) : null), [data, desk]);
  if (error) return <FaultNote error={error} />;
  if (differences === null || standing === null) return null;
  const { cells, sections, notes } = differences;
  return (
    <section aria-labelledby="difference" data-difference={cells.length}>
      <Title order={3} size="h6" mt="md" mb={4} id="difference">
        {t('entry.difference', { edition: standing.number, count: cells.length })}
      </Title>
      {cells.length > 0 && <DifferenceTable cells={cells} edition={standing.number} desk={desk} />}
      {sections.map((section) => (
        <p key={section}>{t('entry.sectionDiffers', { section: t(`sections.${section}`) })}</p>
      ))}
      {notes.map((on) => (
        <p key={on}>{t('entry.noteDiffers', { place: named(on, desk.sheet.grid.form) })}</p>
      ))}
    </section>
  );
});

interface TableProps {
  readonly cells: readonly CellDifference[];
  readonly edition: number;
  readonly desk: YearDesk;
}

function DifferenceTable({ cells, edition, desk }: TableProps): JSX.Element {
  const { t, say } = useWords();
  const orBlank = (text: string): string => (text === '' ? t('cellStates.blank') : text);
  return (
    <Table className="figures" w="auto">
      <Table.Thead>
        <Table.Tr>
          {[t('entry.cell'), t('entry.before', { edition }), t('entry.now')].map((head) => (
            <Table.Th key={head} scope="col">
              {head}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {cells.map(({ cell, before, after }) => (
          <Table.Tr key={cell} data-differs={cell}>
            <Table.Th scope="row" fw={500}>
              {say(cellWords(desk.sheet.grid.form, cell))}
            </Table.Th>
            <Table.Td>{orBlank(before)}</Table.Td>
            <Table.Td>{orBlank(after)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface Differences {
  readonly cells: readonly CellDifference[];
  readonly sections: readonly NarrativeSection[];
  /** Cells and sections of which something else is noted. */
  readonly notes: readonly string[];
}

function differencesOf(desk: YearDesk, edition: EarlierEdition): Differences {
  const stood = new Map(reportFromEdition(edition, desk.report.year).readings.map((reading) => [reading.cell, reading]));
  const cells = desk.sheet.grid.tables.flatMap(({ lines }) => [...new Set(lines.flat())]);
  return {
    cells: cells.flatMap((cell) => {
      const after = desk.sheet.texts.get(cell) ?? '';
      const before = stood.get(cell);
      return saysTheSame(before, after, cell) ? [] : [{ cell, before: before?.raw ?? '', after }];
    }),
    sections: NARRATIVE_SECTIONS.filter(
      (section) => (edition.narrative.find((one) => one.section === section)?.text ?? '') !== desk.textOf(section),
    ),
    notes: [...new Set([...edition.notes, ...desk.draft.content.notes].map(({ on }) => on))].filter(
      (on) => (edition.notes.find((one) => one.on === on)?.text ?? '') !== desk.noteOn(on).trim(),
    ),
  };
}
