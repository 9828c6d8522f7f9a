import { printApart, printDay, printMoment } from './print-time';

describe('printMoment', () => {
  it('tells the time of China, not of the reader', () => {
    expect(printMoment('2026-01-31T16:30:00.000Z')).toBe('2026-02-01 00:30');
    expect(printDay('2026-01-31T15:59:00.000Z')).toBe('2026-01-31');
  });
});

it('printApart tells moments of one minute apart', () => {
  const moments = ['2026-01-31T16:30:05.000Z', '2026-01-31T16:30:41.000Z', '2026-01-31T16:31:00.000Z'];
  expect(printApart(moments)).toEqual(['2026-02-01 00:30:05', '2026-02-01 00:30:41', '2026-02-01 00:31']);
});
