import { Group, NativeSelect, Pill } from '@mantine/core';
import { useState, type JSX } from 'react';
import { useSearchParams } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../ask/ask';
import { FilerReportsDocument } from '../../generated/graphql';
import { FaultNote } from '../../feedback/FaultNote';
import { RefusalNote } from '../../feedback/RefusalNote';
import { useReader } from '../../frame/use-reader';
import { PlaceSearch } from '../../places/PlaceSearch';
import { useWords } from '../../words/use-words';
import { CheckResult } from './CheckResult';
import styles from './file.module.css';
import { UploadBox } from './UploadBox';
import { useCheck } from './use-check';

/** A dry run for everybody: with an agency and a year it is also held against last year's report. */
export function CheckingDesk(): JSX.Element {
  const { t } = useWords();
  const [file, setFile] = useState<File | null>(null);
  const [params] = useSearchParams();
  const check = useCheck();
  const agencyId = params.get('agency');
  const year = params.get('year') === null ? null : Number(params.get('year'));
  const read = (chosen: File): void => {
    setFile(chosen);
    check.mutate({ file: chosen, agencyId, year });
  };
  return (
    <>
      <p className={styles.lead}>{t('file.checkLead')}</p>
      <Against />
      <UploadBox file={file} reading={check.isPending} onFile={read} />
      {check.isError && <FaultNote error={check.error} {...(file ? { onRetry: () => read(file) } : {})} />}
      {check.data?.__typename === 'Refusal' && <RefusalNote refusal={check.data} />}
      {check.data?.__typename === 'Validation' && <CheckResult validation={check.data} />}
    </>
  );
}

/** Whose report and of which year it is to be; both may stay open. */
function Against(): JSX.Element {
  const { t } = useWords();
  const { platform } = useReader();
  const [params, setParams] = useSearchParams();
  const agencyId = params.get('agency');
  const { data } = useQuery({
    queryKey: ['filer', agencyId],
    queryFn: () => ask(FilerReportsDocument, { id: agencyId ?? '' }),
    enabled: agencyId !== null,
  });
  const set = (key: string, value: string | null): void =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (value === null || value === '') next.delete(key);
      else next.set(key, value);
      return next;
    });
  return (
    <Group gap="sm" mb="sm" align="center">
      {agencyId === null ? (
        <div className={styles.search}>
          <PlaceSearch label={t('file.agency')} placeholder={t('file.agencyAny')} only="Agency" onChoose={({ id }) => set('agency', id)} />
        </div>
      ) : (
        <Pill size="md" withRemoveButton removeButtonProps={{ 'aria-label': t('actions.remove'), 'aria-hidden': false }} onRemove={() => set('agency', null)}>
          {data?.agency?.name ?? agencyId}
        </Pill>
      )}
      <NativeSelect
        aria-label={t('charts.year')}
        value={params.get('year') ?? ''}
        data={[{ value: '', label: t('file.yearAny') }, ...platform.years.toReversed().map((year) => ({ value: String(year), label: t('overview.year', { year }) }))]}
        onChange={({ currentTarget }) => set('year', currentTarget.value)}
      />
    </Group>
  );
}
