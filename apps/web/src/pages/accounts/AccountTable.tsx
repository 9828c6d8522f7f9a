import { Button, Text } from '@mantine/core';
import { useState, type JSX } from 'react';
import { ConfirmDialog } from '../../feedback/ConfirmDialog';
import { FaultNote } from '../../feedback/FaultNote';
import { RefusalNote } from '../../feedback/RefusalNote';
import type { AccountLineFragment } from '../../generated/graphql';
import { ColumnTable, type TableColumn } from '../../tables/ColumnTable';
import { useWords } from '../../words/use-words';
import styles from './accounts.module.css';
import { useDisableAccount } from './use-accounts';

interface Props {
  readonly accounts: readonly AccountLineFragment[];
  readonly total: number;
  readonly more: { readonly load: () => void; readonly loading: boolean } | null;
}

export function AccountTable({ accounts, total, more }: Props): JSX.Element {
  const { t } = useWords();
  const [asked, setAsked] = useState<AccountLineFragment | null>(null);
  const disable = useDisableAccount();
  const columns = useAccountColumns(setAsked);
  if (accounts.length === 0) return <p className={`sheet ${styles.none}`}>{t('accounts.none')}</p>;
  return (
    <section className={`sheet ${styles.sheet}`} aria-label={t('accounts.list')}>
      {disable.data?.__typename === 'Refusal' && <RefusalNote refusal={disable.data} />}
      {disable.isError && <FaultNote error={disable.error} />}
      <ColumnTable rowsOf="account" items={accounts} columns={columns} minWidth={760} />
      <div className={styles.foot}>
        <Text size="sm" c="dimmed" role="status">
          {t('accounts.shown', { shown: accounts.length, total })}
        </Text>
        {more && (
          <Button variant="default" size="xs" onClick={more.load} loading={more.loading}>
            {t('review.more')}
          </Button>
        )}
      </div>
      {asked && (
        <ConfirmDialog
          opened
          title={t(asked.disabled ? 'accounts.enableTitle' : 'accounts.disableTitle', { login: asked.login })}
          text={t(asked.disabled ? 'accounts.enableText' : 'accounts.disableText', { name: asked.name })}
          action={t(asked.disabled ? 'accounts.enable' : 'accounts.disable')}
          first="cancel"
          onClose={() => setAsked(null)}
          onConfirm={() => {
            disable.mutate({ id: asked.id, disabled: !asked.disabled });
            setAsked(null);
          }}
        />
      )}
    </section>
  );
}

function useAccountColumns(onAsk: (account: AccountLineFragment) => void): readonly TableColumn<AccountLineFragment>[] {
  const { t } = useWords();
  return [
    { head: t('login.login'), isRowHead: true, of: ({ login }) => login },
    { head: t('account.name'), of: ({ name }) => name },
    { head: t('account.role'), of: ({ role }) => t(`roles.${role}`) },
    { head: t('account.place'), of: ({ agency, region }) => agency?.name ?? region?.name ?? t('frame.everywhere') },
    { head: t('accounts.standing'), of: ({ disabled }) => (disabled ? <b>{t('accounts.disabled')}</b> : t('accounts.enabled')) },
    {
      head: t('account.act'),
      of: (account) =>
        account.may.disable && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t(account.disabled ? 'accounts.enableTitle' : 'accounts.disableTitle', { login: account.login })}
            onClick={() => onAsk(account)}
          >
            {account.disabled ? t('accounts.enable') : t('accounts.disable')}
          </Button>
        ),
    },
  ];
}
