import { Notice } from '@gongkai/ui';
import { SegmentedControl, Title } from '@mantine/core';
import type { JSX } from 'react';
import { Link, useSearchParams } from 'react-router';
import { IgnoredValues } from '../../feedback/IgnoredValues';
import { useReader } from '../../frame/use-reader';
import type { Register } from '../../generated/graphql';
import { outsideOf } from '../../words/ignored-value';
import { usePageTitle } from '../../words/use-page-title';
import { useWords } from '../../words/use-words';
import { withParam } from '../../words/with-param';
import { RegisterImport } from './RegisterImport';
import styles from './registers.module.css';

/** In the order in which they build on each other. */
const REGISTERS: readonly Register[] = ['regions', 'agencies', 'roster', 'accounts'];

/** Regions, agencies, rosters and accounts from files: what each line would do, then all of them at once. */
export function RegistersPage(): JSX.Element {
  const { t } = useWords();
  const { me } = useReader();
  usePageTitle(t('registers.title'));
  return (
    <main id="content" tabIndex={-1} className={styles.page}>
      <Title order={1} size="h3">
        {t('registers.title')}
      </Title>
      {me?.role === 'administrator' ? (
        <Registers />
      ) : (
        <Notice tone="info">
          {t('registers.administrators')} {me === null && <Link to="/login?return=/registers">{t('frame.logIn')}</Link>}
        </Notice>
      )}
    </main>
  );
}

function Registers(): JSX.Element {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const register = REGISTERS.find((one) => one === params.get('of')) ?? 'regions';
  return (
    <>
      <IgnoredValues ignored={outsideOf(params, 'of', REGISTERS)} />
      <div>
        <SegmentedControl
          aria-label={t('registers.which')}
          value={register}
          data={REGISTERS.map((value) => ({ value, label: t(`registers.${value}`) }))}
          onChange={(value) => setParams((before) => withParam(before, 'of', value), { replace: true, preventScrollReset: true })}
        />
      </div>
      <RegisterImport key={register} register={register} />
    </>
  );
}
