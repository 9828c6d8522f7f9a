import type { Words } from '@gongkai/model';
import type { RuleProblemCode } from '../read-rule';

/** Where a supervisor names no source for a rule of its own. */
export const OWN_BASIS = '政府信息公开工作主管部门自定';

type Say = (field: string, text: string, known: readonly string[]) => Words;

/** What might be written instead. */
function knownWords(known: readonly string[]): Words {
  return known.length === 0 ? { zh: '', en: '' } : { zh: `可以是：${known.join('、')}。`, en: ` Known: ${known.join(', ')}.` };
}

export const RULE_PROBLEMS: Readonly<Record<RuleProblemCode, Say>> = {
  not_an_object: () => ({ zh: '规则应为一组字段。', en: 'A rule is a set of fields.' }),
  not_json: () => ({ zh: '规则文本不是有效的 JSON。', en: 'The text of the rule is not valid JSON.' }),
  unknown_field: (field, _, known) => ({
    zh: `没有“${field}”这个字段。${knownWords(known).zh}`,
    en: `There is no field "${field}".${knownWords(known).en}`,
  }),
  bad_id: (_, text) => ({
    zh: `代码“${text}”无效：用大写字母、数字和连字符，如 OWN-PETITION，并且不与法定规则重复。`,
    en: `The code "${text}" is not valid: capitals, digits and hyphens, such as OWN-PETITION, and none of the law's own.`,
  }),
  unknown_grid: (_, text, known) => ({
    zh: `格式中没有“${text}”这个表。${knownWords(known).zh}`,
    en: `The form has no grid "${text}".${knownWords(known).en}`,
  }),
  bad_each: (_, text) => ({ zh: `each 应为 row 或者 column，不能是“${text}”。`, en: `each is row or column, not "${text}".` }),
  unknown_line: (field, text, known) => ({
    zh: `${field}：表中没有“${text}”这一行或者列。${knownWords(known).zh}`,
    en: `${field}: the grid has no line "${text}".${knownWords(known).en}`,
  }),
  unknown_group: (field, text, known) => ({
    zh: `${field}：表中没有“${text}”这一组。${knownWords(known).zh}`,
    en: `${field}: the grid has no group "${text}".${knownWords(known).en}`,
  }),
  not_a_term: (field, text) => ({
    zh: `${field}：“${text}”不是项，写成 line、@group、-line、last.line 或者 2*line。`,
    en: `${field}: "${text}" is no term; write line, @group, -line, last.line or 2*line.`,
  }),
  empty_side: (field) => ({ zh: `${field} 不能为空。`, en: `${field} is empty.` }),
  bad_relation: (_, text) => ({ zh: `relation 应为 =、<= 或者 >=，不能是“${text}”。`, en: `relation is =, <= or >=, not "${text}".` }),
  bad_missing: (_, text) => ({
    zh: `missing 应为 zero（空白按没有计）或者 skip（有空白不检查），不能是“${text}”。`,
    en: `missing is zero (a blank counts as nothing) or skip (a blank leaves it unchecked), not "${text}".`,
  }),
  too_severe: (_, text) => ({
    zh: `自定规则只能是 warning 或者 info，不能是“${text}”。`,
    en: `A rule of one's own is a warning or info, not "${text}".`,
  }),
  no_words: (field) => ({ zh: `${field} 应当用中文写明。`, en: `${field} needs words.` }),
};
