import { Notice } from '@gongkai/ui';
import { Button, Group, Title } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState, type JSX } from 'react';
import { Link, useSearchParams } from 'react-router';
import { FaultNote } from '../../feedback/FaultNote';
import { IgnoredValues } from '../../feedback/IgnoredValues';
import { Waiting } from '../../feedback/Waiting';
import { useReader } from '../../frame/use-reader';
import { usePageTitle } from '../../words/use-page-title';
import { useWords } from '../../words/use-words';
import { AccountFilters } from './AccountFilters';
import { AccountForm } from './AccountForm';
import { ignoredAccountValues, readAccountFilter } from './accounts-params';
import styles from './accounts.module.css';
import { AccountTable } from './AccountTable';
import { useAccounts } from './use-accounts';

/** Who may log in here and for what; administrators add, disable and enable. */
export function AccountsPage(): JSX.Element {
  const { t } = useWords();
  const { me } = useReader();
  usePageTitle(t('accounts.title'));
  return (
    <main id="content" tabIndex={-1}>
      {me?.role === 'administrator' ? (
        <Management />
      ) : (
        <>
          <Title order={1} size="h3" mb="sm">
            {t('accounts.title')}
          </Title>
          <Notice tone="info">
            {t('accounts.administrators')} {me === null && <Link to="/login?return=/accounts">{t('frame.logIn')}</Link>}
          </Notice>
        </>
      )}
    </main>
  );
}

function Management(): JSX.Element {
  const { t } = useWords();
  const [params] = useSearchParams();
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <Group justify="space-between" mb="sm">
        <Title order={1} size="h3">
          {t('accounts.title')}
        </Title>
        <Button
          size="xs"
          leftSection={<IconUserPlus size={15} aria-hidden />}
          aria-expanded={isAdding}
          onClick={() => setAdding(!isAdding)}
        >
          {t('accounts.add')}
        </Button>
      </Group>
      {isAdding && <AccountForm onClose={() => setAdding(false)} />}
      <IgnoredValues ignored={ignoredAccountValues(params)} />
      <AccountFilters />
      <List />
    </>
  );
}

function List(): JSX.Element {
  const [params] = useSearchParams();
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isFetching } = useAccounts(
    readAccountFilter(params),
  );
  if (error) return <FaultNote error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Waiting lines={12} />;
  const accounts = data.pages.flatMap(({ items }) => items);
  return (
    <div className={styles.list} data-fetching={(isFetching && !isFetchingNextPage) || undefined}>
      <AccountTable
        accounts={accounts}
        total={data.pages[0]?.total ?? accounts.length}
        more={hasNextPage ? { load: () => void fetchNextPage(), loading: isFetchingNextPage } : null}
      />
    </div>
  );
}
