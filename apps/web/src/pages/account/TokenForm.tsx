import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent, type JSX } from 'react';
import { FaultNote } from '../../feedback/FaultNote';
import { RefusalNote } from '../../feedback/RefusalNote';
import { ShownOnce } from '../../feedback/ShownOnce';
import type { CreateTokenMutationVariables, TokenScope } from '../../generated/graphql';
import { useWords } from '../../words/use-words';
import styles from './account.module.css';
import { useCreateToken } from './use-tokens';

const DAYS = [30, 90, 180, 365] as const;
const LONGEST_NAME = 100;

/** A new token: what it is called, what for and how long; its secret is shown below until it is put away. */
export function TokenForm({ scopes }: { readonly scopes: readonly TokenScope[] }): JSX.Element {
  const { t } = useWords();
  const [asked, setAsked] = useState<CreateTokenMutationVariables>({ name: '', scope: scopes[0] ?? 'read', days: 90 });
  const create = useCreateToken();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    create.mutate(asked, { onSuccess: (made) => made.__typename === 'CreatedToken' && setAsked({ ...asked, name: '' }) });
  };
  return (
    <>
      <form onSubmit={submit} className={styles.making}>
        <Fields asked={asked} scopes={scopes} onChange={setAsked} />
        <Button type="submit" loading={create.isPending}>
          {t('account.makeToken')}
        </Button>
      </form>
      {create.data?.__typename === 'Refusal' && <RefusalNote refusal={create.data} />}
      {create.isError && <FaultNote error={create.error} />}
      {create.data?.__typename === 'CreatedToken' && (
        <ShownOnce
          title={t('account.secretTitle', { name: create.data.token.name })}
          text={t('account.secretOnce')}
          label={t('account.secret')}
          secret={create.data.secret}
          onDone={create.reset}
        />
      )}
    </>
  );
}

interface FieldsProps {
  readonly asked: CreateTokenMutationVariables;
  readonly scopes: readonly TokenScope[];
  readonly onChange: (asked: CreateTokenMutationVariables) => void;
}

function Fields({ asked, scopes, onChange }: FieldsProps): JSX.Element {
  const { t } = useWords();
  return (
    <>
      <TextInput
        label={t('account.tokenName')}
        placeholder={t('account.nameExample')}
        required
        maxLength={LONGEST_NAME}
        value={asked.name}
        onChange={({ currentTarget }) => onChange({ ...asked, name: currentTarget.value })}
      />
      <NativeSelect
        label={t('account.scope')}
        value={asked.scope}
        data={scopes.map((value) => ({ value, label: t(`account.scopes.${value}`) }))}
        onChange={({ currentTarget }) => onChange({ ...asked, scope: currentTarget.value as TokenScope })}
      />
      <NativeSelect
        label={t('account.validFor')}
        value={String(asked.days)}
        data={DAYS.map((days) => ({ value: String(days), label: t('account.days', { count: days }) }))}
        onChange={({ currentTarget }) => onChange({ ...asked, days: Number(currentTarget.value) })}
      />
    </>
  );
}
