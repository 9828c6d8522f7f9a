import { Button, PasswordInput, Text, Title } from '@mantine/core';
import { useState, type FormEvent, type JSX } from 'react';
import { FaultNote } from '../../feedback/FaultNote';
import { RefusalNote } from '../../feedback/RefusalNote';
import { useChangePassword } from '../../session/use-session';
import { useWords } from '../../words/use-words';
import styles from './account.module.css';

const EMPTY = { old: '', fresh: '', again: '' };
const AUTOCOMPLETE = { old: 'current-password', fresh: 'new-password', again: 'new-password' } as const;

/** Asks the old password and twice the new one; afterwards nobody is logged in with the account any more. */
export function PasswordForm({ onChanged }: { readonly onChanged: () => void }): JSX.Element {
  const { t } = useWords();
  const [typed, setTyped] = useState(EMPTY);
  const change = useChangePassword(onChanged);
  const differs = typed.again !== '' && typed.again !== typed.fresh;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (typed.again === typed.fresh) change.mutate({ oldPassword: typed.old, newPassword: typed.fresh });
  };
  const field = (name: keyof typeof EMPTY): object => ({
    required: true,
    name,
    autoComplete: AUTOCOMPLETE[name],
    value: typed[name],
    onChange: ({ currentTarget: { value } }: { currentTarget: HTMLInputElement }) => setTyped({ ...typed, [name]: value }),
    visibilityToggleButtonProps: { 'aria-label': t('account.showPassword') },
  });
  return (
    <section className={`sheet ${styles.part}`} aria-labelledby="password">
      <Title order={2} size="h5" id="password">
        {t('account.changePassword')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('account.changeHint')}
      </Text>
      <form onSubmit={submit} className={styles.form}>
        <PasswordInput label={t('account.oldPassword')} {...field('old')} />
        <PasswordInput label={t('account.newPassword')} description={t('account.passwordRule')} {...field('fresh')} />
        <PasswordInput label={t('account.newAgain')} error={differs && t('account.differs')} {...field('again')} />
        {change.data?.__typename === 'Refusal' && <RefusalNote refusal={change.data} />}
        {change.isError && <FaultNote error={change.error} />}
        <div>
          <Button type="submit" loading={change.isPending} disabled={differs}>
            {t('account.changePassword')}
          </Button>
        </div>
      </form>
    </section>
  );
}
