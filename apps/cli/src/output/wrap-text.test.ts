import { widthOf, wrapItems, wrapText } from './wrap-text';

describe('wrapText', () => {
  it('counts a Chinese character as two columns', () => {
    expect(widthOf('总计 12')).toBe(7);
    expect(wrapText('政府信息公开工作', 8)).toEqual(['政府信息', '公开工作']);
  });

  it('keeps words and numbers whole and punctuation with what stands before it', () => {
    expect(wrapText('expected 12345 here', 10)).toEqual(['expected', '12345 here']);
    expect(wrapText('报告为 1234567，相差', 14)).toEqual(['报告为', '1234567，相差']);
    expect(wrapText('一二三四，五六', 8)).toEqual(['一二三', '四，五六']);
    expect(wrapText('two ways (proposals)', 11)).toEqual(['two ways', '(proposals)']);
  });

  it('loses nothing, keeps line breaks and cuts only what is wider than a line', () => {
    expect(wrapText('甲\n乙', 10)).toEqual(['甲', '乙']);
    expect(wrapText('', 10)).toEqual(['']);
    const word = 'FMT-UNREADABLE-AND-LONG';
    expect(wrapText(word, 10).join('')).toBe(word);
    for (const line of wrapText(`${word}总计（合计）“约40”`, 10)) expect(widthOf(line)).toBeLessThanOrEqual(10);
  });
});

describe('wrapItems', () => {
  it('breaks between items, inside of one only where a line does not hold it', () => {
    expect(wrapItems(['统计局', '2023年度', 'PDF'], 17)).toEqual(['统计局 · 2023年度', 'PDF']);
    expect(wrapItems(['统计局', 'a'.repeat(12)], 10)).toEqual(['统计局', 'a'.repeat(10), 'aa']);
  });
});
