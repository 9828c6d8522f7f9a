import { refuseWeak } from './passwords';

const NAMES = ['yl-tongji', '云岭市统计局填报员', 'gongkai'];

describe('passwords', () => {
  it.each([
    'a long enough word',
    'another long word 7',
    'Xk9-vow-Plum',
    '河边的三只白鹭飞走了啊',
    'trq8Wm2_pLzA',
    `${'长'.repeat(1)}${'这是一句很长的话'.repeat(20)}`,
  ])('may be %s', (password) => expect(refuseWeak(password, NAMES)).toBeNull());

  it.each([
    'short1!',
    'aaaaaaaaaaaaaaa',
    'abababababab',
    '1234567890',
    '0987654321',
    'password1234',
    'P@ssw0rd!2024',
    'passwordpassword1',
    'qwertyuiop12',
    'abcdefghijk',
    'qwer1234asdf',
    '1qaz2wsx3edc',
    'iloveyou2024',
    'admin123456!',
    'gongkai-2024',
    'ZhengWu@2024',
    'woaini1314520',
    'yl-tongji',
    'YL-Tongji2024',
    '云岭市统计局填报员1',
    'x'.repeat(201),
    `${'一句话里的词'.repeat(40)}`,
  ])('are none of what everybody tries, nor a name: %s', (password) => {
    expect(refuseWeak(password, NAMES)).toMatchObject({ code: 'WEAK_PASSWORD' });
  });
});
