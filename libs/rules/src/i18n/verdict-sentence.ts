import type { Severity, Words } from '@gongkai/model';

export const VERDICT_CLEAN: Words = { zh: '没有发现问题，可以报送。', en: 'Nothing is wrong; the report can be filed.' };

type Held = Exclude<Severity, 'info'>;

const SEVERITIES: readonly Held[] = ['error', 'inconsistency', 'warning'];

const DECIDES: Readonly<Record<Held, (count: number) => Words>> = {
  error: (count) => ({
    zh: `有${count}处错误，改正后才能报送`,
    en: `${count} ${count === 1 ? 'error' : 'errors'} must be mended before the report can be filed`,
  }),
  inconsistency: (count) => ({
    zh: `有${count}处不一致，改正或者书面说明后才能报送`,
    en: `${count} ${count === 1 ? 'inconsistency' : 'inconsistencies'} must be mended or explained before the report can be filed`,
  }),
  warning: (count) => ({
    zh: `可以报送，有${count}处提示请核对`,
    en: `the report can be filed; look at ${count} ${count === 1 ? 'warning' : 'warnings'}`,
  }),
};

const BESIDES: Readonly<Record<Held, (count: number) => Words>> = {
  error: DECIDES.error,
  inconsistency: (count) => ({
    zh: `另有${count}处不一致须改正或者书面说明`,
    en: `${count} ${count === 1 ? 'inconsistency' : 'inconsistencies'} to be mended or explained`,
  }),
  warning: (count) => ({ zh: `另有${count}处提示`, en: `${count} ${count === 1 ? 'warning' : 'warnings'}` }),
};

/** What decides comes first, with what it forbids; what there is besides follows. At least one count is not 0. */
export function verdictSentence(counts: Readonly<Record<Held, number>>): Words {
  const present = SEVERITIES.filter((severity) => counts[severity] > 0);
  const parts = present.map((severity, at) => (at === 0 ? DECIDES : BESIDES)[severity](counts[severity]));
  const en = parts.map((part) => part.en).join('; ');
  return { zh: `${parts.map((part) => part.zh).join('；')}。`, en: `${en.charAt(0).toUpperCase()}${en.slice(1)}.` };
}
