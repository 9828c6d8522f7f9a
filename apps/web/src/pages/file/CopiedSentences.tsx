import type { NarrativeSection } from '@gongkai/model';
import type { SentenceSpan } from '@gongkai/rules';
import { Button, Group } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useWords } from '../../words/use-words';
import styles from './file.module.css';
import { sectionFieldId } from './lead-to';

interface Props {
  readonly section: NarrativeSection;
  readonly spans: readonly SentenceSpan[];
}

/** How many sentences of a section are last year's word for word, and the way from one to the next. */
export function CopiedSentences({ section, spans }: Props): JSX.Element | null {
  const { t } = useWords();
  if (spans.length === 0) return null;
  const go = (among: (field: HTMLTextAreaElement) => SentenceSpan | undefined): void => {
    const field = document.querySelector<HTMLTextAreaElement>(`textarea#${sectionFieldId(section)}`);
    if (field !== null) select(field, among(field));
  };
  const next = (): void => go(({ selectionEnd }) => spans.find(({ start }) => start >= selectionEnd) ?? spans[0]);
  const before = (): void => go(({ selectionStart }) => spans.findLast(({ end }) => end <= selectionStart) ?? spans.at(-1));
  return (
    <Group gap="xs" mt={4} data-copied={spans.length}>
      <span className={styles.copied}>{t('entry.copied', { count: spans.length })}</span>
      <Button size="compact-xs" variant="light" leftSection={<IconChevronUp size={13} aria-hidden />} onClick={before}>
        {t('entry.copiedBefore')}
      </Button>
      <Button size="compact-xs" variant="light" leftSection={<IconChevronDown size={13} aria-hidden />} onClick={next}>
        {t('entry.copiedNext')}
      </Button>
    </Group>
  );
}

/** Browsers bring a selection into view as its field takes the focus, so that the field lets go of it first. */
function select(field: HTMLTextAreaElement, span: SentenceSpan | undefined): void {
  if (span === undefined) return;
  field.blur();
  field.setSelectionRange(span.start, span.end);
  field.focus();
}
