import { Button, Textarea, Title } from '@mantine/core';
import { solidText, type NarrativeSection } from '@gongkai/model';
import { memo, useCallback, type JSX } from 'react';
import { useWords } from '../../words/use-words';
import styles from './file.module.css';
import { NoteField } from './NoteField';
import { sectionFieldId } from './lead-to';
import { useWrittenText } from './use-written-text';
import type { YearDesk } from './use-year-desk';

const SECTIONS: readonly NarrativeSection[] = ['s1', 's5', 's6'];
/** Characters that section one has in principle at most (国办公开办函〔2021〕30号). */
const LONGEST = 1000;

/** Sections one, five and six: plain paragraphs, last year's beside each. */
export const NarrativeFields = memo(function NarrativeFields({ desk }: { readonly desk: YearDesk }): JSX.Element {
  const { t } = useWords();
  return (
    <section className={`sheet ${styles.texts}`} aria-labelledby="texts">
      <Title order={2} size="h5" id="texts">
        {t('entry.texts')}
      </Title>
      {SECTIONS.map((section) => (
        <SectionField key={section} section={section} desk={desk} />
      ))}
    </section>
  );
});

interface SectionProps {
  readonly section: NarrativeSection;
  readonly desk: YearDesk;
}

interface TextFieldProps {
  readonly section: NarrativeSection;
  readonly text: string;
  readonly onWrite: YearDesk['write'];
}

/** Measures its own height whenever it is painted, so that it is only when its text changes. */
const TextField = memo(function TextField({ section, text, onWrite }: TextFieldProps): JSX.Element {
  const { t } = useWords();
  const written = useWrittenText(
    text,
    useCallback((value: string) => onWrite(section, value), [onWrite, section]),
  );
  const characters = [...solidText(written.value)].length;
  return (
    <Textarea
      id={sectionFieldId(section)}
      label={t(`sections.${section}`)}
      description={section === 's1' ? t('entry.lengthHint', { characters, most: LONGEST }) : t('entry.length', { characters })}
      autosize
      minRows={section === 's6' ? 3 : 6}
      maxRows={24}
      {...written}
    />
  );
});

function SectionField({ section, desk }: SectionProps): JSX.Element {
  const { t, say } = useWords();
  const text = desk.textOf(section);
  const findings = (desk.findings ?? []).filter((finding) => finding.section === section);
  return (
    <div className={styles.text} data-section={section}>
      <div>
        <TextField section={section} text={text} onWrite={desk.write} />
        {section === 's6' && <FeeSentence desk={desk} />}
        <NoteField
          on={section}
          label={t('entry.noteOnSection', { section: t(`sectionsShort.${section}`) })}
          text={desk.noteOn(section)}
          onNote={desk.note}
        />
        {findings.map(({ code, severity, message }) => (
          <p key={code} className={styles.cellFinding} data-severity={severity}>
            {say(message)}
          </p>
        ))}
      </div>
      <LastYear section={section} desk={desk} />
    </div>
  );
}

/** The sentence on the fee that section six owes, offered where nothing is said of it. */
function FeeSentence({ desk }: { readonly desk: YearDesk }): JSX.Element | null {
  const { t } = useWords();
  const text = desk.textOf('s6');
  const isOwed = text.trim() === '' || (desk.findings ?? []).some(({ code }) => code === 'NV-FEE');
  if (!isOwed) return null;
  const sentence = t('entry.feeSentence');
  return (
    <Button
      size="compact-xs"
      variant="light"
      mt={4}
      onClick={() => desk.write('s6', text.trim() === '' ? sentence : `${text.trimEnd()}\n${sentence}`)}
    >
      {t('entry.offerFee', { sentence })}
    </Button>
  );
}

function LastYear({ section, desk }: SectionProps): JSX.Element | null {
  const { t } = useWords();
  const last = desk.earlier?.find(({ year }) => year === desk.report.year - 1);
  const text = last?.report.narrative.find((one) => one.section === section)?.text;
  if (last === undefined || text === undefined) return null;
  return (
    <details className={styles.lastYear}>
      <summary>{t('entry.lastText', { year: last.year })}</summary>
      <p>{text}</p>
    </details>
  );
}
