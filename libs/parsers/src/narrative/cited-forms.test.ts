import { FORMS } from '@gongkai/catalogue';
import { citedForms } from './cited-forms';

const cited = (text: string) => citedForms({ blocks: [{ kind: 'paragraph', text, heading: false, place: {} }], end: 1 }, FORMS);

describe('citedForms', () => {
  it.each([
    ['根据《通知》（国办公开办函〔2021〕30号）编制。', ['gb2021_30']],
    ['依照国办公开办函[2019] 60号，', ['gb2019_60']],
    ['国办公开办函（２０２１）３０号和国办公开办函〔2019〕60号', ['gb2019_60', 'gb2021_30']],
    ['国办发〔2021〕30号', []],
    ['国办公开办函〔2021〕31号', []],
    ['没有引用文件。', []],
  ])('%s', (text, expected) => {
    expect(cited(text)).toEqual(expected);
  });
});
