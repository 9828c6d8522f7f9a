import type { Form, FormSection, SectionCode } from '@gongkai/model';
import { FORMS } from '@gongkai/catalogue';
import fc, { type Arbitrary } from 'fast-check';
import { Dice } from './dice';
import { TableLayout, type TableStyle } from './lay-out-tables';
import type { TrialPage, PageBlock } from './page';
import type { TrialReport } from './trial-report';
import { TrialWording, type WordingStyle } from './wording';

export interface PageStyle {
  readonly wording: WordingStyle;
  readonly tables: TableStyle;
}

export const anyPageStyle: Arbitrary<PageStyle> = fc.record({
  wording: fc.record<WordingStyle>({
    seed: fc.nat(),
    numbering: fc.constantFrom('.', '.', '、', '．', '. ', 'none'),
    aliases: fc.boolean(),
    noise: fc.constantFrom('none', 'none', 'spaces', 'breaks', 'wide', 'all'),
  }),
  tables: fc.record<TableStyle>({
    labels: fc.constantFrom('merged', 'merged', 'repeated', 'blank'),
    sectionTwo: fc.constantFrom('one', 'several', 'several_under_paragraphs'),
    breakAfter: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 22 })),
    atBreak: fc.constantFrom('table_with_header', 'table_without_header', 'header_repeated'),
    reviewMergedDown: fc.boolean(),
  }),
});

/** A report as headings, paragraphs and tables; `breaks` where the format can break a line inside a cell. */
export function layOutPage(report: TrialReport, style: PageStyle, breaks: boolean): TrialPage {
  const wording = new TrialWording(style.wording, new Dice(style.wording.seed), breaks);
  const layout = new TableLayout(report, wording, style.tables);
  const [two, three, four] = [formOf(report.forms.s2), formOf(report.forms.s3), formOf(report.forms.s4)];
  const heading = (code: SectionCode): PageBlock => {
    const { title, aliases } = two.sections.find((section) => section.code === code) as FormSection;
    return { kind: 'heading', text: wording.heading(title.zh, aliases) };
  };
  const told = (texts: readonly string[]): readonly PageBlock[] => texts.map((text) => ({ kind: 'paragraph', text }));
  const blocks: readonly PageBlock[] = [
    { kind: 'title', text: report.title },
    { kind: 'paragraph', text: `本报告所列数据的统计期限为${report.year}年1月1日至${report.year}年12月31日。` },
    heading('s1'),
    ...told(report.narrative.s1),
    heading('s2'),
    ...layout.sectionTwo(two),
    heading('s3'),
    ...layout.sectionThree(three),
    heading('s4'),
    ...layout.sectionFour(four),
    heading('s5'),
    ...told(report.narrative.s5),
    heading('s6'),
    ...told(report.narrative.s6),
    { kind: 'paragraph', text: report.agencyName },
    { kind: 'paragraph', text: report.signedOn.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日') },
  ];
  return { title: report.title, blocks };
}

function formOf(id: string): Form {
  return FORMS.find((form) => form.id === id) as Form;
}
