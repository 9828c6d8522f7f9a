import { copiedSentences } from './copied-sentences';

const copied = (text: string, before: string): readonly string[] =>
  copiedSentences(text, before).map(({ start, end }) => text.slice(start, end));

describe('sentences copied from last year', () => {
  const before = '一是公开内容不够全面；二是人员培训有待加强。\n下一步，将完善公开目录，加强培训。';

  it('are those said word for word, each by itself and where it stands', () => {
    const text = '今年共公开信息12条。　一是公开内容不够全面；二是更新不够及时。\n  下一步，将完善公开目录，加强培训。';
    expect(copied(text, before)).toEqual(['一是公开内容不够全面；', '下一步，将完善公开目录，加强培训。']);
  });

  it('are the same with other punctuation, white space and width', () => {
    expect(copied('下一步 将完善公开目录、加强培训', before)).toHaveLength(1);
    expect(copied('公开信息１２条，均按时办结。', '公开信息12条,均按时办结.')).toHaveLength(1);
  });

  it('are none where a word or a figure is another, or what is said is short', () => {
    expect(copied('二是人员培训仍待加强。下一步，将完善公开目录。', before)).toEqual([]);
    expect(copied('公开信息13条，均按时办结。', '公开信息12条，均按时办结。')).toEqual([]);
    expect(copied('无其他事项。', '无其他事项。')).toEqual([]);
    expect(copied('', before)).toEqual([]);
  });
});
