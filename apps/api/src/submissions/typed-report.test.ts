import { isRefusal } from '../requests/refusal';
import { typedReport } from './typed-report';

it('reads what typed sections claim, for the year the report is filed for', () => {
  const report = typedReport({
    form: 'gb2021_30',
    year: 2023,
    cells: [{ cell: 's3/new_received/total', text: '17' }],
    narrative: [
      { section: 's1', text: '全年收到政府信息公开申请十七件。2022年收到政府信息公开申请9件。' },
      { section: 's6', text: '没有收取信息处理费。' },
    ],
  });
  if (isRefusal(report)) throw new Error(report.message.zh);
  expect(report.declared.map(({ code, amount, section }) => `${section} ${code} ${amount}`)).toEqual([
    's6 information_processing_fee 0',
    's1 requests_received 17',
  ]);
});
