import { formInForce, FORMS } from '@gongkai/catalogue';
import { Anchor, Group, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useWords } from '../words/use-words';

interface Props {
  /** For whom it is begun, with what last year's report carries over; null where that is not known. */
  readonly agencyId: string | null;
  /** The year to report on; where it is not known the forms are offered by their years. */
  readonly year: number | null;
}

/** The form of the year to fill in and send, for who has no file yet: as a Word file and as a workbook in the official layout, and as plain lines. */
export function TemplateLinks({ agencyId, year }: Props): JSX.Element {
  const { t } = useWords();
  const own = year === null ? undefined : formInForce(year);
  const forms = own ? [own] : year === null ? FORMS.toReversed() : [];
  return (
    <Group gap="xs" mt="xs">
      <Text size="xs" c="dimmed">
        {t('file.template')}
      </Text>
      {forms.map(({ id, years: { first, last } }) => {
        const query = new URLSearchParams({ year: `${year ?? first}`, ...(agencyId === null ? {} : { agency: agencyId }) });
        const span = year === null ? t(last === null ? 'file.templateFrom' : 'file.templateBetween', { first, last }) : `${year}`;
        return (
          <Group key={id} gap="xs">
            <Anchor size="xs" href={`/templates/report.docx?${query.toString()}`} download>
              {t('file.templateDocument', { span })}
            </Anchor>
            <Anchor size="xs" href={`/templates/report.xlsx?${query.toString()}`} download>
              {t('file.templateWorkbook', { span })}
            </Anchor>
            <Anchor size="xs" href={`/templates/report-${first}.csv`} download>
              {t('file.templateLines', { span })}
            </Anchor>
          </Group>
        );
      })}
    </Group>
  );
}
