import { FORMS } from '@gongkai/catalogue';
import type { PrintedDocument } from '../printed-document';
import { findSections } from './find-sections';
import { readFront } from './read-front';

function frontOf(lines: readonly string[], name: string | null = null) {
  const blocks = [...lines, '一、总体情况', '好。'].map((text) => ({
    kind: 'paragraph' as const,
    text: text.replace(/^#/, ''),
    heading: text.startsWith('#'),
    place: {},
  }));
  const document: PrintedDocument = { format: 'html', name, blocks };
  const { title, agencyName, year } = readFront(findSections(document, FORMS));
  return [title, agencyName, year];
}

const TITLE = '青禾县水务局2022年政府信息公开工作年度报告';
const NAMED = [TITLE, '青禾县水务局', 2022];

describe('readFront', () => {
  it.each([
    ['a line', [TITLE]],
    ['a line below the navigation', ['首页', '部门文件', '信息公开', TITLE]],
    ['two lines', ['青禾县水务局2022年', '政府信息公开工作年度报告']],
    ['the agency in a line of its own', ['青禾县水务局', '2022年政府信息公开工作年度报告']],
    ['a title cut within 政府信息公开', ['青禾县水务局2022年政府信息', '公开工作年度报告']],
    [
      'a title again above itself in parts',
      [TITLE, '发布时间 : 2023-01-05 来源 : 青禾县水务局', '青禾县水务局', '2022年政府信息公开工作年度报告'],
    ],
    ['a label before it', [`标题: ${TITLE}`]],
    ['a heading before a link to another report', [`#${TITLE}`, '青禾县教育局2021年政府信息公开工作年度报告']],
  ])('finds %s', (_, lines) => {
    expect(frontOf(lines)).toEqual(NAMED);
  });

  it.each([
    ['2022年青禾县水务局政府信息公开工作年度报告', '青禾县水务局', 2022],
    ['青禾县水务局2022年度政府信息公开工作报告', '青禾县水务局', 2022],
    ['青禾县水务局政府信息公开2022年度报告', '青禾县水务局', 2022],
    ['青禾县水务局政府信息公开工作年度报告（2022年）', '青禾县水务局', 2022],
    ['关于印发《青禾县水务局2022年政府信息公开工作年度报告》的通知', '青禾县水务局', 2022],
    ['青禾县水务局二〇二二年政府信息公开年报', '青禾县水务局', 2022],
    ['青禾县水务局政府信息公开工作年度报告', '青禾县水务局', null],
    ['我局2022年政府信息公开工作年度报告', null, 2022],
  ])('reads %s', (title, agencyName, year) => {
    expect(frontOf([title])).toEqual([title, agencyName, year]);
  });

  it.each([
    [`根据条例要求，现公布${TITLE}。本报告分六个部分。`],
    [`根据条例要求，现发布《${TITLE}》。`],
    [`按照有关文件，编制${TITLE}，向社会公开。`],
  ])('takes the title from the sentence that presents the report: %s', (sentence) => {
    expect(frontOf([sentence])).toEqual(NAMED);
    expect(frontOf(['2022年政府信息公开工作年度报告', sentence])).toEqual(NAMED);
  });

  it('knows who compiled a report', () => {
    expect(frontOf(['本年报是由青禾县水务局编制的2022年度政府信息公开年度报告。'])).toEqual([null, '青禾县水务局', null]);
    expect(frontOf(['2022年政府信息公开工作年度报告', '本报告由青禾县水务局编制。']).slice(1)).toEqual(['青禾县水务局', 2022]);
    expect(frontOf(['2022年政府信息公开工作年度报告', '本报告由六个部分组成，按要求编制。']).slice(1)).toEqual([null, 2022]);
  });

  it('is not misled by the titles of documents that ask for reports', () => {
    const asks =
      '按照《云川市人民政府办公室关于编制公布2022年政府信息公开工作年度报告有关事项的通知》和《政府信息公开工作年度报告格式》要求编制。';
    expect(frontOf([asks])).toEqual([null, null, null]);
    expect(frontOf([asks, TITLE])).toEqual(NAMED);
  });

  it('takes the name of the page, without column and site, before such a sentence', () => {
    expect(frontOf(['现公布本局年度报告。'], `${TITLE}_政府信息公开年报_青禾县人民政府`)).toEqual(NAMED);
    expect(frontOf(['2022年政府信息公开工作年度报告'], `${TITLE} - 青禾县人民政府`)).toEqual(NAMED);
  });
});
