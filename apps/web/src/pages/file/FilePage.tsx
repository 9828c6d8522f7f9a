import { Title } from '@mantine/core';
import type { JSX } from 'react';
import { useSearchParams } from 'react-router';
import { useReader } from '../../frame/use-reader';
import { usePageTitle } from '../../words/use-page-title';
import { useWords } from '../../words/use-words';
import { CheckingDesk } from './CheckingDesk';
import { FilerYears } from './FilerYears';
import { FilingDesk } from './FilingDesk';

/** An agency files its report here; everybody else checks a file and keeps nothing. */
export function FilePage(): JSX.Element {
  const { t } = useWords();
  const { me } = useReader();
  const [params] = useSearchParams();
  const own = me?.role === 'agency' ? me.agency : null;
  const year = Number(params.get('year'));
  usePageTitle(own ? t('nav.file') : t('nav.check'));
  return (
    <main id="content" tabIndex={-1}>
      {!own && (
        <>
          <Title order={1} size="h3" mb="md">
            {t('file.checkTitle')}
          </Title>
          <CheckingDesk />
        </>
      )}
      {own && (params.get('year') === null ? <FilerYears agencyId={own.id} /> : <FilingDesk key={year} agencyId={own.id} year={year} />)}
    </main>
  );
}
