import { Title } from '@mantine/core';
import { Notice } from '@gongkai/ui';
import type { JSX } from 'react';
import { Link, Navigate, useParams, useSearchParams } from 'react-router';
import { isYear, NoYearPage } from '../../feedback/NoYearPage';
import { SessionEnded } from '../../feedback/SessionEnded';
import { useReader } from '../../frame/use-reader';
import type { Account } from '../../session/use-session';
import { usePageTitle } from '../../words/use-page-title';
import { useWords } from '../../words/use-words';
import { CheckingDesk } from './CheckingDesk';
import { EntryDesk } from './EntryDesk';
import { FilerYears } from './FilerYears';

/** An agency files its reports here; everybody else checks a file and keeps nothing. */
export function FilePage(): JSX.Element {
  const { me, hasEnded } = useReader();
  const { year } = useParams();
  const own = me?.role === 'agency' ? me.agency : null;
  if (year !== undefined && !isYear(year)) return <NoYearPage text={year} />;
  if (hasEnded && year !== undefined) return <Ended />;
  return <Desks own={own} year={year} isKnown={me != null} />;
}

function Ended(): JSX.Element {
  return (
    <main id="content" tabIndex={-1}>
      <SessionEnded />
    </main>
  );
}

interface DesksProps {
  readonly own: Account['agency'] | null;
  readonly year: string | undefined;
  readonly isKnown: boolean;
}

function Desks({ own, year, isKnown }: DesksProps): JSX.Element {
  const { t } = useWords();
  usePageTitle(own ? t('nav.file') : t('nav.check'));
  return (
    <main id="content" tabIndex={-1}>
      {own ? <Own agencyId={own.id} year={year} /> : <Check year={year} isKnown={isKnown} />}
    </main>
  );
}

function Own({ agencyId, year }: { readonly agencyId: string; readonly year: string | undefined }): JSX.Element {
  const [params] = useSearchParams();
  const asked = params.get('year');
  if (year === undefined) return asked === null ? <FilerYears agencyId={agencyId} /> : <Navigate to={`/file/${asked}`} replace />;
  return <EntryDesk key={year} agencyId={agencyId} year={Number(year)} />;
}

function Check({ year, isKnown }: { readonly year: string | undefined; readonly isKnown: boolean }): JSX.Element {
  const { t } = useWords();
  return (
    <>
      <Title order={1} size="h3" mb="md">
        {t('file.checkTitle')}
      </Title>
      {year !== undefined && !isKnown && (
        <Notice tone="info">
          {t('entry.logInToFile')} <Link to={`/login?return=${encodeURIComponent(`/file/${year}`)}`}>{t('frame.logIn')}</Link>
        </Notice>
      )}
      <CheckingDesk />
    </>
  );
}
