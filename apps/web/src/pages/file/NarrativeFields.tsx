import { Button, Textarea, Title } from '@mantine/core';
import { copiedSentences } from '@gongkai/rules';
import { solidText, type NarrativeSection, NARRATIVE_SECTIONS } from '@gongkai/model';
import { memo, useCallback, useMemo, type JSX } from 'react';
import { useWords } from '../../words/use-words';
import { CopiedSentences } from './CopiedSentences';
import styles from './file.module.css';
import { MarkedText } from './MarkedText';
import { NoteField } from './NoteField';
import { sectionFieldId } from './lead-to';
import { useWrittenText } from './use-written-text';
import type { YearDesk } from './use-year-desk';

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
      {NARRATIVE_SECTIONS.map((section) => (
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
  /** The section in last year's report; null where there is none. */
  readonly last: string | null;
  readonly onWrite: YearDesk['write'];
}

/** Measures its own height whenever it is painted, so that it is only when its text changes. */
const TextField = memo(function TextField({ section, text, last, onWrite }: TextFieldProps): JSX.Element {
  const { t } = useWords();
  const written = useWrittenText(
    text,
    useCallback((value: string) => onWrite(section, value), [onWrite, section]),
  );
  const { value } = written;
  const characters = [...solidText(value)].length;
  const copied = useMemo(() => (last === null ? [] : copiedSentences(value, last)), [value, last]);
  return (
    <>
      <Textarea
        id={sectionFieldId(section)}
        label={t(`sections.${section}`)}
        description={section === 's1' ? t('entry.lengthHint', { characters, most: LONGEST }) : t('entry.length', { characters })}
        autosize
        minRows={section === 's6' ? 3 : 6}
        maxRows={24}
        classNames={{ input: styles.markable }}
        inputContainer={(field) => (
          <MarkedText text={value} spans={copied}>
            {field}
          </MarkedText>
        )}
        {...written}
      />
      <CopiedSentences section={section} spans={copied} />
    </>
  );
});

function SectionField({ section, desk }: SectionProps): JSX.Element {
  const { t, say } = useWords();
  const text = desk.textOf(section);
  const last = lastTextOf(desk, section);
  const findings = (desk.findings ?? []).filter((finding) => finding.section === section);
  return (
    <div className={styles.text} data-section={section}>
      <div>
        <TextField section={section} text={text} last={last} onWrite={desk.write} />
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
      {last !== null && <LastYear year={desk.report.year - 1} text={last} />}
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

/** The section in last year's report; null where there is none. */
function lastTextOf({ earlier, report }: YearDesk, section: NarrativeSection): string | null {
  const last = earlier?.find(({ year }) => year === report.year - 1);
  return last?.report.narrative.find((one) => one.section === section)?.text ?? null;
}

function LastYear({ year, text }: { readonly year: number; readonly text: string }): JSX.Element {
  const { t } = useWords();
  return (
    <details className={styles.lastYear}>
      <summary>{t('entry.lastText', { year })}</summary>
      <p>{text}</p>
    </details>
  );
}
