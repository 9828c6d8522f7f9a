import { FORMS } from '@gongkai/catalogue';
import { SeverityIcon } from '@gongkai/ui';
import { TextInput, Title } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, type JSX } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { usePageTitle } from '../../words/use-page-title';
import { useWords } from '../../words/use-words';
import { ruleGroups, type AnchoredRule, type RuleGroup } from './rule-groups';
import styles from './rules.module.css';

/** Everything a report is checked for: what must hold, by which document, what a blank means, and what to do where it does not hold. */
export function RulesPage(): JSX.Element {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const sought = params.get('q') ?? '';
  usePageTitle(t('rules.title'));
  useAnchor();
  const groups = ruleGroups(FORMS, sought);
  const count = groups.reduce((sum, { rules }) => sum + rules.length, 0);
  return (
    <main id="content" tabIndex={-1} className={styles.page}>
      <Title order={1} size="h3" mb={4}>
        {t('rules.title')}
      </Title>
      <p className="gk-faded">{t('rules.lead')}</p>
      <TextInput
        className={`${styles.search} no-print`}
        label={t('rules.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={sought}
        maxLength={60}
        onChange={({ currentTarget: { value } }) => setParams(value === '' ? {} : { q: value }, { replace: true })}
      />
      <p role="status" className="gk-faded">
        {count === 0 ? t('rules.none', { sought }) : t('rules.count', { count })}
      </p>
      {groups.map((group) => (
        <Group key={group.form?.id ?? 'every'} group={group} />
      ))}
    </main>
  );
}

function Group({ group: { form, rules } }: { readonly group: RuleGroup }): JSX.Element {
  const { t, say } = useWords();
  return (
    <section className={`sheet ${styles.group}`}>
      <Title order={2} size="h5">
        {form === null ? t('rules.ofEveryForm') : say(form.title)}{' '}
        <span className="gk-faded">{t('rules.count', { count: rules.length })}</span>
      </Title>
      {rules.map((rule) => (
        <Rule key={rule.anchor} rule={rule} />
      ))}
    </section>
  );
}

function Rule({ rule }: { readonly rule: AnchoredRule }): JSX.Element {
  const { t, say } = useWords();
  const parts = [
    { label: t('findings.basis'), text: rule.basis },
    { label: t('rules.remedy'), text: say(rule.remedy) },
    { label: t('rules.missing'), text: say(rule.missingWords) },
  ];
  return (
    <article id={rule.anchor} className={styles.rule}>
      <h3>{say(rule.says)}</h3>
      <p className={styles.kinds}>
        <a href={`#${rule.anchor}`}>{rule.code}</a>
        {rule.severities.map((severity) => (
          <span key={severity} title={t(`severityMeanings.${severity}`)}>
            <SeverityIcon severity={severity} size={14} /> {t(`severities.${severity}`)}
          </span>
        ))}
      </p>
      <dl>
        {parts.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}

/** Goes to the rule named behind # when the page is there: pages are chunks of their own, so that the browser comes too early. */
function useAnchor(): void {
  const { hash } = useLocation();
  useEffect(() => {
    document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
  }, [hash]);
}
