import { declaredValues } from './declared-values';

describe('declaredValues', () => {
  it('prints money in the unit of the catalogue', () => {
    const [fee] = declaredValues([{ code: 'information_processing_fee', amount: '394050', quotation: '收取信息处理费3940.5元。' }]);
    expect(fee).toMatchObject({ amount: '3940.5', unit: { zh: '元', en: 'CNY' }, quotation: '收取信息处理费3940.5元。' });
  });

  it('leaves out what a table holds and what nobody knows', () => {
    const said = ['published_items', 'requests_received', 'happiness'].map((code) => ({ code, amount: '12', quotation: '' }));
    expect(declaredValues(said).map(({ code, amount }) => `${code} ${amount}`)).toEqual(['published_items 12']);
  });
});
