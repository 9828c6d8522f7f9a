import type { Finding } from '@gongkai/model';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { LEFT_OUT, leftOutMessage } from './i18n/change-of-year-words';
import { sectionWords } from './place-words';
import { sentencesOf } from './sentences-of';

const COUNTED = '(?:信息|申请|文件|复议|诉讼|案件|许可|处罚|强制|公开|发布|收到|受理|办结|答复|数量|总数|结转|共|共计|合计|总计|累计|为)';
const COUNTER = '(?:条|件|项|起|宗|份|篇|期|元|万元)';
/** 公开信息  条, 申请__件, 申请XX件: a gap, or what is put for one, where the number should stand. */
const GAP = new RegExp(
  `${COUNTED}(?:[\\s_＿]{1,20}|[\\s_＿]{0,20}[XxＸ×*＊]{1,4}[\\s_＿]{0,20}|[（(]\\s{0,20}[)）])${COUNTER}(?=[，。；、,;.）)\\s]|$)`,
);
/** 公开信息条。 */
const NO_GAP = /(?:公开|发布)(?:各类|政府|政务)*信息条(?=[，。；、,;])|共计?[条件](?=[，。；、,;])/;
/** A text whose characters all stand apart says nothing by a gap. */
const APART = /\p{Script=Han}\s\p{Script=Han}\s\p{Script=Han}/u;

/** NV-GAP: a count of the text whose number was not filled in. */
export function checkLeftOut(examination: Examination): readonly Finding[] {
  const sentences = sentencesOf(examination.report, ['s1', 's2', 's3', 's4', 's6']).flat();
  const missing = sentences.filter(({ quotation }) => !APART.test(quotation) && (GAP.test(quotation) || NO_GAP.test(quotation)));
  return missing.map(({ section, quotation }) =>
    findingOf({
      severity: 'warning',
      section,
      path: sectionWords(examination.anyForm, section),
      message: leftOutMessage(quotation),
      rule: LEFT_OUT,
    }),
  );
}
