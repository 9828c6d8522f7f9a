import { CELLS, DECLARED, FORMS } from '@gongkai/catalogue';
import type { Finding, Report } from '@gongkai/model';
import { parseReport } from '@gongkai/parsers';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { contentOf, isWhole, reportOfEdition, totalsOf } from '../reports/edition-content';
import { type Grounds, nothingKnown } from './fetch-grounds';
import { judge } from './judge';

const YEAR = 2024;
const FIXTURE = path.resolve(__dirname, '../../../../test/reports/accepted/bars-and-marks.txt');

async function readFixture(): Promise<Report> {
  const bytes = new Uint8Array(readFileSync(FIXTURE));
  const outcome = await parseReport({ bytes, fileName: 'report.txt', forms: FORMS, cells: CELLS, declared: DECLARED });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.report;
}

/** Of an agency of that name; the printed name is nobody's. */
function againstNamed(name: string): Grounds {
  const facts = { kind: 'DEPARTMENT', name, cannotHave: [] } as const;
  return { ...nothingKnown(YEAR, 'document'), addressee: { id: '1', name, namesakes: [], facts, localRules: [] } };
}

const onNames = (findings: readonly Finding[]): readonly Finding[] => findings.filter(({ code }) => code === 'AG-NAME');

describe('judging a report', () => {
  it('tells that its title names another agency, of what was sent and of what was kept alike', async () => {
    const sent = await readFixture();
    if (!isWhole(sent)) throw new Error('the fixture is whole');
    const content = contentOf(sent, totalsOf(sent));
    const figures = content.figures.map((figure) => (figure === null ? null : figure.toString()));
    const kept = reportOfEdition({ ...content, figures }, YEAR);
    const grounds = againstNamed('青禾县统计局');
    expect(onNames(judge(sent, grounds).findings)).toHaveLength(1);
    expect(onNames(judge(kept, grounds).findings)).toEqual(onNames(judge(sent, grounds).findings));
  });

  it('finds nothing on names where the title names the agency, or no agency is known', async () => {
    const sent = await readFixture();
    expect(onNames(judge(sent, againstNamed('青禾县清水镇人民政府')).findings)).toEqual([]);
    expect(onNames(judge(sent, nothingKnown(YEAR, 'document')).findings)).toEqual([]);
  });
});
