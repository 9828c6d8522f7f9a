import type { RunningServer } from './running-server';

interface PublishedSheet {
  readonly agencyName: string;
  readonly year: number;
  /** What is not named is 0. */
  readonly cells: Readonly<Record<string, string>>;
}

/** Imports a report of the 2021 form as it was published elsewhere: only a document may leave cells blank, and only an import may be wrong. */
export async function importSheetOf(server: RunningServer, cookie: string | undefined, published: PublishedSheet): Promise<void> {
  const { agencyName, year, cells } = published;
  const sheet = await (await fetch(`${server.address}/templates/report-2021.csv`)).text();
  const [, ...lines] = sheet.split('\r\n');
  const filled = lines.map((line) => {
    const fields = line.split(',');
    return /^s\d\//.test(fields[0]!) ? [...fields.slice(0, 3), fields[0]! in cells ? cells[fields[0]!] : '0'].join(',') : line;
  });
  const content = Buffer.from([`${agencyName}${year}年政府信息公开工作年度报告`, ...filled].join('\r\n'));
  const { result, errors } = await server.ask<{ importPublishedReport: { __typename: string } }>(
    'mutation ($input: PublishedReportInput!) { importPublishedReport(input: $input) { __typename ... on Refusal { code message { zh } } } }',
    { input: { file: null, source: { citation: '试验市网站' } } },
    { cookie, file: { name: 'report.csv', content } },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  expect(result.importPublishedReport).toMatchObject({ __typename: 'ImportedReport' });
}
