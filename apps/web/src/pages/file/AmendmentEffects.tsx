import { printWithUnit } from '@gongkai/charts';
import { Table, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { ask } from '../../ask/ask';
import { FaultNote } from '../../feedback/FaultNote';
import { DraftEffectsDocument, type DraftEffectsQuery } from '../../generated/graphql';
import { useWords } from '../../words/use-words';
import type { YearDesk } from './use-year-desk';

type Effect = NonNullable<NonNullable<DraftEffectsQuery['draft']>['effects']>[number];

/** What the amendment would change in the published series once it is published: of the agency, then of each region it lies in. */
export function AmendmentEffects({ desk: { agency, report, draft } }: { readonly desk: YearDesk }): JSX.Element | null {
  const { t } = useWords();
  const version = draft.standing?.version;
  const { data, error } = useQuery({
    queryKey: ['draft-effects', agency.id, report.year, draft.standing?.life, version],
    queryFn: () => ask(DraftEffectsDocument, { agencyId: agency.id, year: report.year }),
    enabled: version !== undefined && version > 0,
    placeholderData: keepPreviousData,
  });
  if (error) return <FaultNote error={error} />;
  const effects = data?.draft?.effects ?? null;
  if (effects === null) return null;
  const places = [...new Set(effects.map(placeOf))];
  return (
    <section aria-labelledby="effects" data-effects={effects.length}>
      <Title order={3} size="h6" mt="md" mb={4} id="effects">
        {t('entry.effects')}
      </Title>
      {effects.length === 0 ? (
        <p>{t('entry.noEffects', { year: report.year })}</p>
      ) : (
        <Table className="figures" w="auto">
          <Table.Thead>
            <Table.Tr>
              {[t('entry.indicator'), t('entry.publishedNow'), t('entry.onceAmended')].map((head) => (
                <Table.Th key={head} scope="col">
                  {head}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          {places.map((place) => (
            <PlaceEffects key={place} agency={agency.name} effects={effects.filter((effect) => placeOf(effect) === place)} />
          ))}
        </Table>
      )}
    </section>
  );
}

/** Empty for the agency itself. */
const placeOf = ({ region }: Effect): string => region?.id ?? '';

function PlaceEffects({ agency, effects }: { readonly agency: string; readonly effects: readonly Effect[] }): JSX.Element {
  const { t, say, language } = useWords();
  const printed = (value: string | null | undefined, { unit }: Effect['indicator']): string =>
    value == null ? t('entry.noValue') : printWithUnit(value, unit, language);
  return (
    <Table.Tbody>
      <Table.Tr>
        <Table.Th colSpan={3} scope="rowgroup">
          {effects[0]?.region?.name ?? agency}
        </Table.Th>
      </Table.Tr>
      {effects.map(({ indicator, before, after }) => (
        <Table.Tr key={indicator.code} data-effect={indicator.code}>
          <Table.Th scope="row" fw={500}>
            {say(indicator.title)}
          </Table.Th>
          <Table.Td>{printed(before, indicator)}</Table.Td>
          <Table.Td>{printed(after, indicator)}</Table.Td>
        </Table.Tr>
      ))}
    </Table.Tbody>
  );
}
