import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent, type JSX } from 'react';
import { FaultNote } from '../../feedback/FaultNote';
import { RefusalNote } from '../../feedback/RefusalNote';
import { useLogIn } from '../../session/use-session';
import { useWords } from '../../words/use-words';

export function LoginForm(): JSX.Element {
  const { t } = useWords();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const logIn = useLogIn();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    logIn.mutate({ login: login.trim(), password });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" mt="md">
        <TextInput
          label={t('login.login')}
          name="login"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          autoFocus
          value={login}
          onChange={({ currentTarget }) => setLogin(currentTarget.value)}
        />
        <PasswordInput
          label={t('login.password')}
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
        />
        {logIn.data?.__typename === 'Refusal' && <RefusalNote refusal={logIn.data} />}
        {logIn.isError && <FaultNote error={logIn.error} />}
        <Button type="submit" loading={logIn.isPending} mt={4}>
          {t('login.enter')}
        </Button>
      </Stack>
    </form>
  );
}
