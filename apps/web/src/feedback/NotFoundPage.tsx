import { Button, Group, Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { usePageTitle } from '../words/use-page-title';
import { useWords } from '../words/use-words';
import styles from './feedback.module.css';

interface Props {
  /** What there is not, more exactly. */
  readonly what?: string;
  readonly advice?: string;
  /** Where to go instead of the overview and the list of reports. */
  readonly way?: { readonly to: string; readonly label: string };
}

/** No such page, or nothing there that the reader may see. */
export function NotFoundPage({ what, advice, way }: Props): JSX.Element {
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
      <Text c="dimmed">{advice ?? t('notFound.advice')}</Text>
      <Group mt="md">
        {way ? (
          <Button component={Link} to={way.to}>
            {way.label}
          </Button>
        ) : (
          <Ways />
        )}
      </Group>
    </main>
  );
}

function Ways(): JSX.Element {
  const { t } = useWords();
  return (
    <>
      <Button component={Link} to="/overview">
        {t('notFound.overview')}
      </Button>
      <Button component={Link} to="/review" variant="default">
        {t('notFound.reports')}
      </Button>
    </>
  );
}
