import { Notice } from '@gongkai/ui';
import { Title } from '@mantine/core';
import { useState, type JSX } from 'react';
import { Link } from 'react-router';
import { useReader } from '../../frame/use-reader';
import type { Account } from '../../session/use-session';
import { usePageTitle } from '../../words/use-page-title';
import { useWords } from '../../words/use-words';
import styles from './account.module.css';
import { PasswordForm } from './PasswordForm';
import { Tokens } from './Tokens';

/** Who the reader is and for what, the password, and the tokens of programs. */
export function AccountPage(): JSX.Element {
  const { t } = useWords();
  const { me } = useReader();
  const [isChanged, setChanged] = useState(false);
  usePageTitle(t('account.title'));
  return (
    <main id="content" tabIndex={-1} className={styles.page}>
      <Title order={1} size="h3">
        {t('account.title')}
      </Title>
      {me ? (
        <>
          <Identity me={me} />
          <PasswordForm onChanged={() => setChanged(true)} />
          <Tokens />
        </>
      ) : (
        <Notice tone="info">
          {isChanged ? t('account.changed') : t('account.logInFirst')} <Link to="/login?return=/account">{t('frame.logIn')}</Link>
        </Notice>
      )}
    </main>
  );
}

function Identity({ me }: { readonly me: Account }): JSX.Element {
  const { t } = useWords();
  const facts = [
    [t('account.name'), me.name],
    [t('login.login'), me.login],
    [t('account.role'), t(`roles.${me.role}`)],
    [t('account.place'), me.agency?.name ?? me.region?.name ?? t('frame.everywhere')],
    [t('account.purpose'), t(`account.for.${me.role}`)],
  ] as const;
  return (
    <section className={`sheet ${styles.part}`} aria-labelledby="identity">
      <Title order={2} size="h5" id="identity">
        {t('account.identity')}
      </Title>
      <dl className={styles.facts}>
        {facts.map(([label, text]) => (
          <div key={label} className={styles.fact}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
