import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type SubmissionSeen, decide, submit } from './support/filing';
import { series } from './support/series';
import { WORKSPACE } from './support/fresh-database';
import { smallCityServer } from './support/small-city-server';

const REPORT = readFileSync(path.join(WORKSPACE, 'test/reports/accepted/one-cell-a-line.txt'), 'utf8');
const YEAR = 2023;

describe('many at once', () => {
  const here = smallCityServer(['agency', 'neighbour', 'foreign', 'county', 'city']);
  const reportOf = (name: string) => ({ name: `${name}.txt`, content: Buffer.from(REPORT.replaceAll('青禾县农业农村局', name)) });

  it('keep one edition of one key, and all get its receipt', async () => {
    const filing = { agencyId: here.city.agency, year: YEAR, key: 'one', file: reportOf('青禾县统计局') };
    const answers = (await Promise.all(
      Array.from({ length: 6 }, () => submit(here.server, here.cookies.agency, filing)),
    )) as SubmissionSeen[];
    expect(new Set(answers.map((answer) => answer.receipt.number)).size).toBe(1);
    expect(answers.filter((answer) => !answer.repeated)).toHaveLength(1);
    expect((await here.database.owner.query('SELECT FROM editions')).rows).toHaveLength(1);
  });

  it('let one decision stand', async () => {
    const { rows } = await here.database.owner.query<{ id: string }>('SELECT id FROM editions');
    const answers = await Promise.all(
      ['county', 'city', 'county', 'city'].map((login) => decide(here.server, here.cookies[login], 'acceptReport', rows[0]!.id)),
    );
    expect(answers.filter((answer) => answer.state === 'accepted')).toHaveLength(1);
    expect(answers.filter((answer) => answer.code === 'ILLEGAL_MOVE')).toHaveLength(3);
    expect((await here.database.owner.query(`SELECT FROM edition_events WHERE state = 'accepted'`)).rows).toHaveLength(1);
  });

  it('add up to what a recomputation gives, however they are published', async () => {
    const others = [
      ['neighbour', here.city.neighbour, '青禾县林业局'],
      ['foreign', here.city.foreign, '南川县统计局'],
    ] as const;
    const filed = await Promise.all(
      others.map(([login, agencyId, name]) => submit(here.server, here.cookies[login], { agencyId, year: YEAR, file: reportOf(name) })),
    );
    const ids = filed.map((answer) => (answer as SubmissionSeen).edition.id);
    await Promise.all(ids.map((id) => decide(here.server, here.cookies.city, 'acceptReport', id)));
    const { rows } = await here.database.owner.query<{ id: string }>('SELECT id FROM editions');
    await Promise.all(rows.map(({ id }) => decide(here.server, here.cookies.city, 'publishReport', id)));
    const asked = { indicators: ['new_received', 'disclosure_rate'], scope: { regionId: here.city.city }, years: { from: YEAR, to: YEAR } };
    const { new_received: received, disclosure_rate: rate } = await series(here.server, asked);
    expect(received![0]).toMatchObject({ value: String(3 * 17), coverage: { expected: 3, reported: 3, missing: 0 } });
    expect(rate![0]).toMatchObject({ numerator: String(3 * 9), denominator: String(3 * 16), value: '0.562500' });
    const rolled = () => here.database.owner.query('SELECT * FROM rollups ORDER BY rollups');
    const before = (await rolled()).rows;
    await here.database.owner.query('SELECT rebuild_rollups()');
    expect((await rolled()).rows).toEqual(before);
  });

  it('let an accepted edition be published after an amendment of it was returned', async () => {
    const filing = {
      agencyId: here.city.neighbour,
      year: 2022,
      file: {
        name: '2022.txt',
        content: Buffer.from(
          REPORT.replaceAll('青禾县农业农村局', '青禾县林业局').replaceAll('2023年', '2022年').replaceAll('2024年', '2023年'),
        ),
      },
    };
    const first = (await submit(here.server, here.cookies.neighbour, filing)) as SubmissionSeen;
    await decide(here.server, here.cookies.county, 'acceptReport', first.edition.id);
    const changed = {
      name: '2022.txt',
      content: Buffer.from(filing.file.content.toString('utf8').replace('没有收取信息处理费', '没有收取过信息处理费')),
    };
    const amended = (await submit(here.server, here.cookies.neighbour, {
      ...filing,
      file: changed,
      reasonClass: 'correction',
      reason: '更正了一处文字',
    })) as SubmissionSeen;
    await decide(here.server, here.cookies.county, 'returnReport', amended.edition.id);
    const { result } = await here.server.ask<{
      reports: { items: { state: string; decidable: { id: string }; may: { publish: boolean } }[] };
    }>(
      'query ($id: ID!) { reports(filter: { agencyId: $id, year: 2022 }) { items { state decidable { id } may { publish } } } }',
      { id: here.city.neighbour },
      { cookie: here.cookies.county },
    );
    expect(result.reports.items).toEqual([{ state: 'returned', decidable: { id: first.edition.id }, may: { publish: true } }]);
    expect(await decide(here.server, here.cookies.county, 'publishReport', first.edition.id)).toMatchObject({ state: 'published' });
  });

  it('restate the sums when an amendment is published, and keep the first edition for ever', async () => {
    const changed = REPORT.replaceAll('青禾县农业农村局', '青禾县统计局').replace('规范性文件\n\t2\n\t1', '规范性文件\n\t3\n\t1');
    expect(changed).not.toBe(REPORT.replaceAll('青禾县农业农村局', '青禾县统计局'));
    const ask = () =>
      series(here.server, { indicators: ['normative_issued'], scope: { regionId: here.city.city }, years: { from: YEAR, to: YEAR } });
    const before = (await ask()).normative_issued![0]!;
    const file = { name: 'amended.txt', content: Buffer.from(changed) };
    const answer = await submit(here.server, here.cookies.agency, {
      agencyId: here.city.agency,
      year: YEAR,
      file,
      reasonClass: 'correction',
      reason: '漏计一件申请',
    });
    const { id, number } = (answer as SubmissionSeen).edition;
    expect(number).toBe(2);
    expect((await ask()).normative_issued![0]).toEqual(before);
    await decide(here.server, here.cookies.county, 'acceptReport', id);
    await decide(here.server, here.cookies.county, 'publishReport', id);
    expect((await ask()).normative_issued![0]).toMatchObject({ value: String(Number(before.value) + 1), coverage: before.coverage });
    const { result } = await here.server.ask<{ edition: { predecessor: { number: number; state: string } } }>(
      'query ($id: ID!) { edition(id: $id) { predecessor { number state } } }',
      { id },
    );
    expect(result.edition.predecessor).toEqual({ number: 1, state: 'published' });
  });
});
