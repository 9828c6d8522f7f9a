import { chooseLanguage } from './language';

describe('chooseLanguage', () => {
  it.each([
    [[], {}, 'zh'],
    [[], { LANG: 'C.UTF-8' }, 'zh'],
    [[], { LANG: 'en_US.UTF-8' }, 'en'],
    [[], { LANG: 'en_US.UTF-8', LC_ALL: 'zh_CN.UTF-8' }, 'zh'],
    [['check', '--lang', 'en'], { LANG: 'zh_CN.UTF-8' }, 'en'],
    [['check', '--lang=zh'], { LANG: 'en_US.UTF-8' }, 'zh'],
  ] as const)('reads %j under %j as %s', (args, env, language) => {
    expect(chooseLanguage(args, env)).toBe(language);
  });
});
