import type { Form, Line } from '@gongkai/model';
import { reportTemplate } from './report-template';

const line = (code: string, zh: string, under: readonly string[] = []): Line => ({
  code,
  label: { zh, en: code },
  under,
  aliases: [],
  group: null,
  computed: false,
  basis: null,
  note: null,
});
const FORM: Form = {
  id: 'gb2021_30',
  title: { zh: '格式', en: 'Form' },
  document: '',
  issuedOn: '2021-09-26',
  passages: {},
  years: { first: 2021, last: null },
  sections: [
    { code: 's1', title: { zh: '一、总体情况', en: '' }, aliases: [] },
    { code: 's3', title: { zh: '三、申请', en: '' }, aliases: [] },
  ],
  grids: [
    {
      id: 'requests',
      section: 's3',
      heading: null,
      printedAs: 'lines',
      rows: [line('granted', '（一）予以公开', ['三、办理结果'])],
      columns: [line('natural_person', '自然人'), line('total', '总计')],
    },
  ],
  rules: [],
};

it('gives every cell of a form a line with its id and its labels, below the heading of its section', () => {
  const { columns, rows } = reportTemplate(FORM);
  expect(columns[0]!.title).toContain('年度报告');
  expect([...(rows as Iterable<unknown>)]).toEqual([
    ['一、总体情况', null, null, null],
    [null, null, null, null],
    ['三、申请', null, null, null],
    ['cell', '项目', '栏目', 'text'],
    ['s3/granted/natural_person', '三、办理结果 （一）予以公开', '自然人', null],
    ['s3/granted/total', '三、办理结果 （一）予以公开', '总计', null],
  ]);
});
