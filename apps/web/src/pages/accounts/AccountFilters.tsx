import { Group, NativeSelect } from '@mantine/core';
import type { JSX } from 'react';
import { useSearchParams } from 'react-router';
import { SearchField } from '../../feedback/SearchField';
import { useWords } from '../../words/use-words';
import { withParam } from '../../words/with-param';
import { ROLES } from './accounts-params';
import styles from './accounts.module.css';

/** The filters, all of them in the URL. */
export function AccountFilters(): JSX.Element {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const set = (key: string, value: string | null): void =>
    setParams((before) => withParam(before, key, value), { replace: true, preventScrollReset: true });
  return (
    <section className={`sheet ${styles.filters}`} aria-label={t('review.filters')}>
      <Group gap="sm">
        <SearchField label={t('accounts.search')} text={params.get('q') ?? ''} onSettled={(text) => set('q', text)} />
        <NativeSelect
          aria-label={t('account.role')}
          value={params.get('role') ?? ''}
          data={[{ value: '', label: t('accounts.allRoles') }, ...ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))]}
          onChange={({ currentTarget }) => set('role', currentTarget.value)}
        />
        <NativeSelect
          aria-label={t('accounts.standing')}
          value={params.get('standing') ?? ''}
          data={[
            { value: '', label: t('accounts.all') },
            { value: 'enabled', label: t('accounts.enabled') },
            { value: 'disabled', label: t('accounts.disabled') },
          ]}
          onChange={({ currentTarget }) => set('standing', currentTarget.value)}
        />
      </Group>
    </section>
  );
}
