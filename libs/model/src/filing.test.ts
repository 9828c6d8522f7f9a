import { isExplanation } from './filing';

describe('isExplanation', () => {
  it('counts characters, not the blanks around them', () => {
    expect(isExplanation('已经核对过')).toBe(true);
    expect(isExplanation('  核对过   ')).toBe(false);
    expect(isExplanation('𠮷𠮷𠮷')).toBe(false);
  });
});
