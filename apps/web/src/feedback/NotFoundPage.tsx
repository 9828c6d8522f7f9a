import { Button, Group, Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { usePageTitle } from '../words/use-page-title';
import { useWords } from '../words/use-words';
import styles from './feedback.module.css';

/** No such page, or nothing there that the reader may see; `what` says it more exactly. */
export function NotFoundPage({ what }: { readonly what?: string }): JSX.Element {
  const { t } = useWords();
  usePageTitle(t('notFound.title'));
  return (
    <main id="content" className={styles.lost}>
      <p className={styles.number} aria-hidden>
        404
      </p>
      <Title order={1} size="h3">
        {what ?? t('notFound.title')}
      </Title>
      <Text c="dimmed">{t('notFound.advice')}</Text>
      <Group mt="md">
        <Button component={Link} to="/overview">
          {t('notFound.overview')}
        </Button>
        <Button component={Link} to="/review" variant="default">
          {t('notFound.reports')}
        </Button>
      </Group>
    </main>
  );
}
