import { indicatorOf } from '@gongkai/catalogue';
import { filteredTitle } from './filtered-title';

const { title } = indicatorOf('total_processed');

describe('filteredTitle', () => {
  it('is that of the figure where all cells are counted', () => {
    expect([null, undefined, {}, { applicants: [], outcomes: null }].map((filter) => filteredTitle(title, filter))).toEqual(
      Array.from({ length: 4 }, () => title),
    );
  });

  it('names whose applications and which results are counted', () => {
    expect(filteredTitle(title, { outcomes: ['other'] }).zh).toBe('办理总数 · 其他处理');
    expect(filteredTitle(title, { applicants: ['natural_person'], outcomes: ['denied'] }).zh).toBe('办理总数 · 自然人 · 不予公开');
    expect(filteredTitle(title, { outcomes: ['denied_state_secret'] }).zh).toBe('办理总数 · 1.属于国家秘密');
    expect(filteredTitle(title, { applicants: ['natural_person'] }).en).toMatch(/^\S.+ · \S.+$/);
  });
});
