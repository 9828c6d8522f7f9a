import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFigure, type SectionCode } from '@gongkai/model';

/** A sentence with what it claims of the year and the office itself: `requests_received 31`. */
export interface LabelledSentence {
  readonly section: SectionCode;
  readonly text: string;
  readonly claims: readonly string[];
}

const FILE = join(__dirname, 'claims', 'sentences.txt');
const SECTIONS: Readonly<Record<string, SectionCode>> = { 二: 's2', 三: 's3', 四: 's4', 六: 's6' };
const CODES: Readonly<Record<string, string>> = {
  收: 'requests_received',
  结入: 'requests_carried_in',
  办: 'requests_processed',
  转出: 'requests_carried_out',
  予: 'results_granted',
  部: 'results_partially_granted',
  予部: 'results_granted_or_partially',
  不予: 'results_denied',
  无法: 'results_unable',
  不处: 'results_not_processed',
  其他: 'results_other',
  自然人: 'requests_by_natural_persons',
  企业: 'requests_by_enterprises',
  组织: 'requests_by_organizations',
  网上: 'requests_online',
  信函: 'requests_by_mail',
  当面: 'requests_in_person',
  复议: 'reviews',
  复维: 'reviews_upheld',
  复纠: 'reviews_corrected',
  复他: 'reviews_other',
  复未: 'reviews_pending',
  诉讼: 'suits',
  诉维: 'suits_upheld',
  诉纠: 'suits_corrected',
  诉他: 'suits_other',
  诉未: 'suits_pending',
  直诉: 'suits_direct',
  复后诉: 'suits_after_review',
  制发: 'normative_issued',
  废止: 'normative_repealed',
  现行: 'normative_in_force',
  许可: 'licences',
  处罚: 'penalties',
  强制: 'compulsion',
  公开: 'published_items',
  网站: 'published_on_website',
  微信: 'published_on_wechat',
  微博: 'published_on_weibo',
  解读: 'interpretations',
  公报: 'gazette_issues',
  费: 'information_processing_fee',
};

/** The labelled sentences, as they stand in their file. Throws where a line is not one. */
export function readSentences(): readonly LabelledSentence[] {
  const lines = readFileSync(FILE, 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map(sentenceIn);
}

function sentenceIn(line: string): LabelledSentence {
  const match = /^(?:([二三四六])\|)?(.+) → (.+)$/u.exec(line);
  if (!match) throw new Error(`no labelled sentence: ${line}`);
  const [, section, text = '', labels = ''] = match;
  return {
    section: SECTIONS[section ?? ''] ?? 's1',
    text,
    claims: labels === '无' ? [] : labels.split(' ').map(claimIn),
  };
}

function claimIn(label: string): string {
  const [name = '', printed = ''] = label.split('=');
  const code = CODES[name];
  const amount = code === undefined ? null : readFigure(printed, name === '费' ? 'cny' : 'piece');
  if (amount === null) throw new Error(`no label: ${label}`);
  return `${code} ${amount}`;
}
