import { FORMS, formOf } from '@gongkai/catalogue';
import { CODED_RULES } from './checks';
import { lawNamed } from './law-named';

const [OLD, NOW] = [formOf('gb2019_60'), formOf('gb2021_30')];

describe('the law named in a basis', () => {
  it.each([
    ['{form}', OLD, '国办公开办函〔2019〕60号'],
    ['{form}', NOW, '国办公开办函〔2021〕30号'],
    ['{form}', null, '国办公开办函〔2021〕30号'],
    ['国令第711号第五十条、{form: content}', NOW, '国令第711号第五十条、国办公开办函〔2021〕30号一'],
    ['{form: fees}、国办函〔2020〕109号', OLD, '国办公开办函〔2021〕30号一（六）、国办函〔2020〕109号'],
    ['{form: other_exception}', NOW, '国办公开办函〔2019〕60号一（三）'],
    ['{forms}', NOW, '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号'],
    ['{first form}', NOW, '国办公开办函〔2019〕60号'],
    ['立法法', NOW, '立法法'],
  ])('%s', (basis, form, named) => {
    expect(lawNamed(basis, FORMS, form)).toBe(named);
  });

  it('is one that some form says, for every check of its own', () => {
    for (const { basis } of CODED_RULES) for (const form of FORMS) expect(lawNamed(basis, FORMS, form)).not.toMatch(/[{}]/);
    expect(() => lawNamed('{form: nothing}', FORMS, NOW)).toThrow('no form says');
  });
});
