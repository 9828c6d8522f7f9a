import { FORMS } from '@gongkai/catalogue';
import type { Block, PrintedDocument } from '../printed-document';
import { findSections } from './find-sections';

const TABLE: Block = { kind: 'table', number: 1, spans: 'kept', rows: [] };

function sectionsOf(lines: readonly string[]) {
  const blocks = lines.map((text): Block => (text === '#' ? TABLE : { kind: 'paragraph', text, heading: false, place: {} }));
  const document: PrintedDocument = { format: 'html', name: null, blocks };
  const { headings, homes, end } = findSections(document, FORMS);
  return { headings: headings.map(({ section, block }) => `${section}@${block}`), homes, end };
}

const TITLES = ['总体情况', '主动公开政府信息情况', '收到和处理政府信息公开申请情况'];
const NUMBERED = TITLES.map((title, index) => `${'一二三'.charAt(index)}、${title}`);
const BRACKETED = TITLES.map((title, index) => `（${'一二三'.charAt(index)}）${title}`);

describe('findSections', () => {
  it('passes over a table of contents', () => {
    expect(sectionsOf([...NUMBERED, NUMBERED[0]!, NUMBERED[1]!, '#', NUMBERED[2]!]).headings).toEqual(['s1@3', 's2@4', 's3@6']);
  });

  it('takes numbered sections in the order in which they are printed, as long as none comes twice', () => {
    const [one, two, three] = NUMBERED as [string, string, string];
    expect(sectionsOf([one, three, '#', two, '#']).headings).toEqual(['s1@0', 's3@1', 's2@3']);
    expect(sectionsOf([one, three, two, '#', three, '#']).headings).toEqual(['s1@0', 's2@2', 's3@4']);
  });

  it('reads the first of two reports on a page, and knows where the tables of the second belong', () => {
    const report = [NUMBERED[0]!, NUMBERED[1]!, '#', NUMBERED[2]!, '#'];
    const { headings, homes, end } = sectionsOf([...report, ...report]);
    expect(headings).toEqual(['s1@0', 's2@1', 's3@3']);
    expect(end).toBe(5);
    expect([homes[7], homes[9]]).toEqual(['s2', 's3']);
  });

  it('ends where the site goes on below the article', () => {
    expect(sectionsOf([...NUMBERED, '好。', '附件下载', '青禾新闻网']).end).toBe(4);
    expect(
      sectionsOf([
        ...NUMBERED,
        '来源不明的信息一律不予采信，浏览次数、分享到各平台的情况按月统计并报送，这一做法已经写入制度，全年共开展四次检查，发现问题十二个，均已整改到位，并在全县范围内通报。',
      ]).end,
    ).toBe(4);
  });

  it('looks for headings within paragraphs where the line breaks are lost', () => {
    const text = `本报告包括总体情况等部分。${NUMBERED[0]}2022年，好。（一）更好。${NUMBERED[1]}规章000${NUMBERED[2]}四、结转下年度继续办理0四、政府信息公开行政法复议、行政诉讼情况00`;
    expect(sectionsOf(['年报', text]).headings).toEqual(['s1@2', 's2@4', 's3@6', 's4@8']);
    expect(sectionsOf([...NUMBERED, text]).headings).toEqual(['s1@0', 's2@1', 's3@2']);
  });

  it('knows headings without number or with the number of a part, where none has its own', () => {
    const expected = ['s1@0', 's2@1', 's3@2'];
    expect(sectionsOf(TITLES).headings).toEqual(expected);
    expect(sectionsOf(BRACKETED).headings).toEqual(expected);
    expect(sectionsOf([NUMBERED[0]!, '（一）主动公开情况', '（二）依申请公开情况', NUMBERED[1]!]).headings).toEqual(['s1@0', 's2@3']);
  });
});
