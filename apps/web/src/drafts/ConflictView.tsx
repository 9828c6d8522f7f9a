import { Button, Group, Radio, Title } from '@mantine/core';
import { Notice } from '@gongkai/ui';
import { useId, useState, type JSX } from 'react';
import { printMoment } from '../words/print-time';
import { useWords } from '../words/use-words';
import { contentDifferences, mergedContent, type ContentDifference, type VersionSide } from './content-differences';
import styles from './drafts.module.css';
import type { DraftsApart } from './draft-view';
import type { TypedContent } from './typed-content';
import { useDifferenceWords } from './use-difference-words';

interface Props {
  readonly conflict: DraftsApart;
  /** Is given the one content that was chosen; neither version is gone before. */
  readonly onSettle: (content: TypedContent) => void;
}

type Choices = Readonly<Record<string, VersionSide | undefined>>;

/** Two versions of a draft side by side: of each thing they say differently one is chosen, or one version whole. */
export function ConflictView({ conflict, onSettle }: Props): JSX.Element {
  const { t } = useWords();
  const titleId = useId();
  const [choices, setChoices] = useState<Choices>({});
  const { theirs, yours, copy, isMine } = conflict;
  const differences = contentDifferences(theirs.content, yours);
  const open = differences.filter(({ key }) => choices[key] === undefined);
  const chooseAll = (side: VersionSide): void => setChoices(Object.fromEntries(differences.map(({ key }) => [key, side])));
  const settle = (): void => onSettle(mergedContent(theirs.content, yours, ({ key }) => choices[key] ?? 'theirs'));
  return (
    <section className={`sheet ${styles.conflict}`} aria-labelledby={titleId} data-conflict={copy.id}>
      <Title order={2} size="h4" id={titleId}>
        {t('drafts.conflictTitle')}
      </Title>
      <Notice tone="info">{t(isMine ? 'drafts.conflictMine' : 'drafts.conflictLeft')}</Notice>
      <Group gap="xs" my="sm">
        {(['theirs', 'yours'] as const).map((side) => (
          <Button key={side} size="xs" variant="default" onClick={() => chooseAll(side)}>
            {t(side === 'theirs' ? 'drafts.takeTheirs' : 'drafts.takeYours')}
          </Button>
        ))}
      </Group>
      <Sides
        heads={{
          theirs: t('drafts.theirs', { by: theirs.savedBy ?? '', time: theirs.savedAt ? printMoment(theirs.savedAt) : '' }),
          yours: t(isMine ? 'drafts.yours' : 'drafts.copy', { by: copy.savedBy, time: printMoment(copy.savedAt) }),
        }}
        differences={differences}
        choices={choices}
        onChoose={(key, side) => setChoices({ ...choices, [key]: side })}
      />
      <Group justify="flex-end" mt="md">
        <span role="status">{open.length > 0 ? t('drafts.toChoose', { count: open.length }) : t('drafts.allChosen')}</span>
        <Button disabled={open.length > 0} onClick={settle}>
          {t('drafts.settle')}
        </Button>
      </Group>
    </section>
  );
}

interface SidesProps {
  readonly heads: Readonly<Record<VersionSide, string>>;
  readonly differences: readonly ContentDifference[];
  readonly choices: Choices;
  readonly onChoose: (key: string, side: VersionSide) => void;
}

function Sides({ heads, differences, choices, onChoose }: SidesProps): JSX.Element {
  const { t } = useWords();
  const wordsOf = useDifferenceWords();
  return (
    <table className={styles.sides}>
      <thead>
        <tr>
          <th scope="col">{t('drafts.where')}</th>
          <th scope="col">{heads.theirs}</th>
          <th scope="col">{heads.yours}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map((difference) => {
          const { place, textOf } = wordsOf(difference);
          return (
            <tr key={difference.key} data-difference={difference.kind}>
              <th scope="row">{place}</th>
              {(['theirs', 'yours'] as const).map((side) => (
                <td key={side} data-head={heads[side]} data-chosen={choices[difference.key] === side || undefined}>
                  <Radio
                    name={difference.key}
                    label={textOf(side) ?? <em>{t('drafts.saysNothing')}</em>}
                    aria-label={`${place} · ${heads[side]} · ${textOf(side) ?? t('drafts.saysNothing')}`}
                    checked={choices[difference.key] === side}
                    onChange={() => onChoose(difference.key, side)}
                  />
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
