import { saidBy, toldReport } from '../fixtures/told-report';

const check = (s1: string, year = 2023) => saidBy('NV-LEN', toldReport({ s1 }, { year, title: null, period: null }));

describe('NV-LEN', () => {
  it('counts characters without white space', () => {
    expect(check('公开 '.repeat(500))).toEqual([]);
    expect(check(`${'公开'.repeat(500)}。`)).toEqual(['info “一、总体情况”有 1001 字，原则上不超过一千字。']);
  });

  it('asks nothing of the years before', () => {
    expect(check('公开'.repeat(600), 2020)).toEqual([]);
  });
});
