import { Text, Title } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import type { JSX } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { useReader } from '../../frame/use-reader';
import { landingOf, safeReturn } from '../../session/landing';
import { usePageTitle } from '../../words/use-page-title';
import { useWords } from '../../words/use-words';
import { LoginForm } from './LoginForm';
import styles from './login.module.css';

/** The way in; whoever is in already goes on to where they came from. */
export function LoginPage(): JSX.Element {
  const { t } = useWords();
  const { me, platform } = useReader();
  const [params] = useSearchParams();
  usePageTitle(t('login.title'));
  if (me) return <Navigate to={safeReturn(params.get('return')) ?? landingOf(me)} replace />;
  return (
    <main id="content" tabIndex={-1} className={styles.page}>
      <section className={`sheet ${styles.sheet}`}>
        <div className={styles.words}>
          <Title order={1} size="h3">
            {t('product.title')}
          </Title>
          <Text c="dimmed" mt={8}>
            {t('login.purpose')}
          </Text>
          <ul>
            <li>{t('login.forAgencies')}</li>
            <li>{t('login.forSupervisors')}</li>
            <li>{t('login.forEverybody')}</li>
          </ul>
        </div>
        <div className={styles.form}>
          <Title order={2} size="h4">
            {t('login.title')}
          </Title>
          <LoginForm />
          {platform.demo && (
            <p className={styles.demo}>
              <IconFlask size={16} aria-hidden />
              {t('login.demo')}
            </p>
          )}
        </div>
      </section>
    </main>
  );
}
