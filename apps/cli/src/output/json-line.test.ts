import { recordOfRefusal } from '../check-record';
import { jsonLine } from './json-line';

describe('jsonLine', () => {
  it('is one line whatever the texts hold, and reads back as it was', () => {
    const record = recordOfRefusal('a\nb\u2028c\u2029d\u0085e.docx', {
      code: 'EMPTY_FILE',
      message: { zh: '文件是空的。', en: 'The file is empty.' },
    });
    const line = jsonLine(record);
    expect(line.endsWith('}\n')).toBe(true);
    expect(line.slice(0, -1)).not.toMatch(/[\n\r\u0085\u2028\u2029]/);
    expect(JSON.parse(line)).toEqual(record);
  });
});
