import type { DeclaredFigure, Narrative } from '@gongkai/model';
import { narrativeResidue } from './narrative-residue';
import { readDeclared } from './read-declared';
import type { PlacedNarrative } from './read-narrative';

const words = { zh: '', en: '' };
const FIGURES: readonly DeclaredFigure[] = [
  { code: 'published_items', title: words, unit: words, sections: ['s1'], note: words },
  { code: 'information_processing_fee', title: words, unit: words, sections: ['s6'], note: words },
];
const declare = (text: string, section: Narrative['section'] = 's1') =>
  readDeclared([{ section, heading: '', text, places: [] }], FIGURES, 2023);
const amounts = (text: string, section?: Narrative['section']) => declare(text, section).map(({ amount }) => amount);

describe('readDeclared', () => {
  it.each([
    ['全年公开政府信息12件，包括预算。', 12n],
    ['主动公开政府信息共计1,234条。', 1234n],
    ['发布各类公开政府信息249条，其中：公告9条；指南1条。', 249n],
    ['主动公开信息８８条。', 88n],
    ['主动公开各类政府信息数量为 30 件。', 30n],
    ['主动公开信息50条。全年公开政府信息60条。', 60n],
    ['主动公开信息50条。再说一遍，主动公开信息50条。', 50n],
  ])('%j declares %s', (text, amount) => {
    expect(amounts(text)).toEqual([amount]);
  });

  it.each([
    '主动公开规章13件，行政规范性文件60件。',
    '答复政府信息公开申请805件。',
    '2022年公开政府信息100件。',
    '比上年公开政府信息多，上年公开政府信息100件。',
    '通过三个渠道公开，其中网站公开政府信息40件。',
    '公开政府信息约100件。',
    '公开政府信息100余件。',
    '公开政府信息12件次。',
    '主动公开信息50条。在公众号主动公开信息30条。',
  ])('%j declares no total', (text) => {
    expect(amounts(text)).toEqual([]);
  });

  it('keeps the fee in 分 and only looks in the sections of the catalogue', () => {
    expect(amounts('全年收取信息处理费3,940.5元。', 's6')).toEqual([394_050n]);
    expect(amounts('全年收取信息处理费3940元。', 's1')).toEqual([]);
    expect(amounts('全年未收取信息处理费。', 's6')).toEqual([]);
  });

  it('quotes the sentence, whose number is no residue any more', () => {
    const narrative: readonly PlacedNarrative[] = [
      {
        section: 's1',
        heading: '',
        places: [{ line: 7 }],
        text: '2023年，按国办〔2021〕30号要求，全年公开政府信息12件。培训2次，满意率98.5%，电话0555—7123456，1月5日第3次修订。\n1.检查12处',
      },
    ];
    const declared = readDeclared(narrative, FIGURES, 2023);
    expect(declared[0]?.quotation).toBe('2023年，按国办〔2021〕30号要求，全年公开政府信息12件。');
    expect(declared[0]?.place).toEqual({ line: 7 });
    expect(narrativeResidue(narrative, declared).map(({ raw }) => raw)).toEqual(['2', '98.5%', '12']);
  });
});
