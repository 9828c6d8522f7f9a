import { indicatorOf } from './find';
import { FORMS } from './generated/catalogue';
import { applicants, outcomeGroups, outcomesOf } from './request-axes';

describe('the groups of outcomes', () => {
  it('are named for what they count, never for the block they are printed in', () => {
    const names = outcomeGroups().map(({ name }) => name.zh);
    expect(names).toEqual(['予以公开', '部分公开', '不予公开', '无法提供', '不予处理', '其他处理']);
    expect(outcomeGroups().map(({ key }) => indicatorOf(key).title)).toEqual(outcomeGroups().map(({ name }) => name));
  });

  it('are those of the rows asked for', () => {
    const unable = outcomesOf(FORMS.at(-1)!.id).filter(({ group }) => group === 'unable');
    expect(unable.length).toBeGreaterThan(1);
    expect(outcomeGroups(unable).map(({ key }) => key)).toEqual(['unable']);
    expect(outcomeGroups([])).toEqual([]);
  });

  it('cover every row that is an outcome, in every form', () => {
    const keys = outcomeGroups().map(({ key }) => key);
    for (const { id } of FORMS) expect(keys).toEqual(expect.arrayContaining(outcomesOf(id).map(({ group }) => group)));
    expect(applicants().map(({ code }) => code)).toContain('natural_person');
  });
});
