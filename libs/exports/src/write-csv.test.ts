import { writeCsv, type Column, type Row } from './write-csv';

const columns: readonly Column[] = [
  { title: '机关', kind: 'text' },
  { title: '件数', kind: 'number' },
];

async function textOf(rows: Iterable<Row> | AsyncIterable<Row>, under = columns): Promise<string> {
  const lines: string[] = [];
  for await (const line of writeCsv({ columns: under, rows })) lines.push(line);
  return lines.join('');
}

const bodyOf = async (rows: Iterable<Row>): Promise<string> => (await textOf(rows)).slice('\uFEFF机关,件数\r\n'.length);

describe('writeCsv', () => {
  it('begins with the bytes EF BB BF, once, and ends every line with CRLF', async () => {
    const bytes = Buffer.from(await textOf([['统计局', '3']]), 'utf8');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.indexOf(Buffer.from([0xef, 0xbb, 0xbf]), 3)).toBe(-1);
    expect(bytes.subarray(3).toString('utf8')).toBe('机关,件数\r\n统计局,3\r\n');
  });

  it('writes the heading even where there is no row', async () => {
    expect(await textOf([])).toBe('\uFEFF机关,件数\r\n');
  });

  it.each(['=1+1', '+cmd', '-2', '@SUM(A1)', '\tx', '＝1', '－机关'])('guards the text %j against being run as a formula', async (text) => {
    expect(await bodyOf([[text, '1']])).toBe(`'${text},1\r\n`);
  });

  it('guards and quotes a text that begins with a carriage return', async () => {
    expect(await bodyOf([['\r=1', '1']])).toBe('"\'\r=1",1\r\n');
  });

  it('guards headings as well', async () => {
    expect(await textOf([], [{ title: '=a,b', kind: 'text' }])).toBe('\uFEFF"\'=a,b"\r\n');
  });

  it('leaves numbers numbers, negative ones too', async () => {
    expect(await bodyOf([['a', '-18']])).toBe('a,-18\r\n');
    expect(await bodyOf([['a', '24252.311082']])).toBe('a,24252.311082\r\n');
  });

  it('quotes commas, quotes and line breaks, and nothing else', async () => {
    expect(await bodyOf([['甲,"乙"\n丙\r\n丁', '1']])).toBe('"甲,""乙""\n丙\r\n丁",1\r\n');
    expect(await bodyOf([["it's 1-2", '1']])).toBe("it's 1-2,1\r\n");
  });

  it('writes nothing as an empty field, never as zero', async () => {
    expect(await bodyOf([['a', null]])).toBe('a,\r\n');
    expect(await bodyOf([['a', '0']])).toBe('a,0\r\n');
  });

  it.each(['', '1,000', '=1', '1e3', '12件', '+2'])('refuses %j in a number column', async (value) => {
    await expect(textOf([['a', value]])).rejects.toThrow('no plain decimal in column 件数');
  });

  it('refuses a row that is too short or too long', async () => {
    await expect(textOf([['a']])).rejects.toThrow(RangeError);
    await expect(textOf([['a', '1', 'b']])).rejects.toThrow(RangeError);
  });

  it('asks for a row only when its line is wanted, and lets go of the source when nobody reads on', async () => {
    const asked: number[] = [];
    let released = false;
    async function* endless(): AsyncGenerator<Row> {
      try {
        for (let index = 0; ; index += 1) {
          asked.push(index);
          yield [`第${index}`, String(index)];
        }
      } finally {
        released = true;
      }
    }
    const lines = writeCsv({ columns, rows: endless() });
    await lines.next();
    expect(asked).toEqual([]);
    await lines.next();
    await lines.next();
    expect(asked).toEqual([0, 1]);
    await lines.return();
    expect(released).toBe(true);
  });
});
