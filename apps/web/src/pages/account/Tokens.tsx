import { Button, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type JSX } from 'react';
import { ask } from '../../ask/ask';
import { ConfirmDialog } from '../../feedback/ConfirmDialog';
import { FaultNote } from '../../feedback/FaultNote';
import { RefusalNote } from '../../feedback/RefusalNote';
import { Waiting } from '../../feedback/Waiting';
import { MyAccountDocument, type TokenLineFragment } from '../../generated/graphql';
import { ColumnTable, type TableColumn } from '../../tables/ColumnTable';
import { printDay, printMoment } from '../../words/print-time';
import { useWords } from '../../words/use-words';
import styles from './account.module.css';
import { TokenForm } from './TokenForm';
import { TOKENS_KEY, useRevokeToken } from './use-tokens';

/** The tokens of the reader's programs: what they are for and until when, and the way to another and to an end. */
export function Tokens(): JSX.Element {
  const { t } = useWords();
  const { data, error, isPending, refetch } = useQuery({ queryKey: TOKENS_KEY, queryFn: () => ask(MyAccountDocument, {}) });
  return (
    <section className={`sheet ${styles.part}`} aria-labelledby="tokens">
      <Title order={2} size="h5" id="tokens">
        {t('account.tokens')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('account.tokensHint')}
      </Text>
      {error && <FaultNote error={error} onRetry={() => void refetch()} />}
      {isPending && <Waiting lines={4} />}
      {data?.me?.may.createToken && <TokenForm scopes={data.me.tokenScopes} />}
      {data?.tokens.length === 0 && <p className="gk-faded">{t('account.noTokens')}</p>}
      {data && data.tokens.length > 0 && <TokenTable tokens={data.tokens} />}
    </section>
  );
}

function TokenTable({ tokens }: { readonly tokens: readonly TokenLineFragment[] }): JSX.Element {
  const { t } = useWords();
  const [ending, setEnding] = useState<TokenLineFragment | null>(null);
  const revoke = useRevokeToken();
  const columns = useTokenColumns(setEnding);
  return (
    <>
      {revoke.data?.__typename === 'Refusal' && <RefusalNote refusal={revoke.data} />}
      {revoke.isError && <FaultNote error={revoke.error} />}
      <ColumnTable rowsOf="token" items={tokens} columns={columns} minWidth={760} />
      <ConfirmDialog
        opened={ending !== null}
        title={t('account.revokeTitle', { name: ending?.name ?? '' })}
        text={t('account.revokeText')}
        action={t('account.revoke')}
        first="cancel"
        onClose={() => setEnding(null)}
        onConfirm={() => {
          if (ending !== null) revoke.mutate(ending.id);
          setEnding(null);
        }}
      />
    </>
  );
}

function useTokenColumns(onRevoke: (token: TokenLineFragment) => void): readonly TableColumn<TokenLineFragment>[] {
  const { t } = useWords();
  const [now] = useState(() => Date.now());
  const hasExpired = ({ expiresAt }: TokenLineFragment): boolean => new Date(expiresAt).getTime() <= now;
  return [
    { head: t('account.tokenName'), isRowHead: true, of: ({ name }) => name },
    { head: t('account.scope'), of: ({ scope }) => t(`account.scopes.${scope}`) },
    { head: t('account.madeOn'), of: ({ createdAt }) => printDay(createdAt) },
    {
      head: t('account.expiresOn'),
      of: (token) => `${printDay(token.expiresAt)}${hasExpired(token) ? t('account.expired') : ''}`,
    },
    { head: t('account.lastUsed'), of: ({ lastUsedAt }) => (lastUsedAt ? printMoment(lastUsedAt) : t('account.neverUsed')) },
    {
      head: t('account.act'),
      of: (token) => {
        if (token.revokedAt) return <span className={styles.ended}>{t('account.revokedOn', { day: printDay(token.revokedAt) })}</span>;
        if (!token.may.revoke || hasExpired(token)) return null;
        return (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('account.revokeNamed', { name: token.name })}
            onClick={() => onRevoke(token)}
          >
            {t('account.revoke')}
          </Button>
        );
      },
    },
  ];
}
