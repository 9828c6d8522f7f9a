import { sentencesOf } from './sentences-of';

describe('sentencesOf', () => {
  it('keeps marks of notes apart from figures, and makes full-width signs ordinary', () => {
    const text = '收到申请３７²件，办结128①件，其中（一）予以公开５０％。';
    const [[sentence] = []] = sentencesOf({ narrative: [{ section: 's1', heading: '一、总体情况', text }] }, ['s1']);
    expect(sentence?.text).toBe('收到申请37²件,办结128①件,其中(一)予以公开50%。');
    expect(sentence?.quotation).toBe(text);
  });
});
