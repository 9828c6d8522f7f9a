import { strToU8, zipSync } from 'fflate';
import { sniffFormat } from './sniff-format';

const zip = (...names: readonly string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x'.repeat(6000))])), { level: 0 });
const TYPES = '[Content_Types].xml';

describe('sniffFormat', () => {
  it('knows Office files by their list of parts, wherever the telling part stands', () => {
    expect(sniffFormat(zip(TYPES, 'docProps/app.xml', 'customXml/item1.xml', 'word/document.xml', 'z.bin'))).toBe('docx');
    expect(sniffFormat(zip(TYPES, 'docProps\\app.xml', 'xl\\workbook.xml'))).toBe('xlsx');
    expect(sniffFormat(zip(TYPES, 'ppt/presentation.xml'))).toMatchObject({ en: expect.stringContaining('PowerPoint') });
    expect(sniffFormat(zip('mimetype', 'content.xml', 'META-INF/manifest.xml'))).toMatchObject({
      en: expect.stringContaining('OpenDocument'),
    });
    expect(sniffFormat(zip('OFD.xml', 'Doc_0/Document.xml'))).toMatchObject({ remedy: { zh: expect.stringContaining('PDF') } });
  });

  it('knows OpenDocument files by the kind they name first', () => {
    const named = (kind: string) =>
      zipSync(
        {
          mimetype: strToU8(`application/vnd.oasis.opendocument.${kind}`),
          'content.xml': strToU8('x'),
          'META-INF/manifest.xml': strToU8('x'),
        },
        { level: 0 },
      );
    expect(sniffFormat(named('text'))).toBe('odt');
    expect(sniffFormat(named('spreadsheet'))).toBe('ods');
    expect(sniffFormat(named('presentation'))).toMatchObject({ en: expect.stringContaining('OpenDocument') });
  });

  it('takes a zip without a list of entries for damaged, never for an archive', () => {
    expect(sniffFormat(strToU8(`PK\u0003\u0004${'rubbish '.repeat(100)}`))).toBe('damaged');
    expect(sniffFormat(zip('民政局.docx', '水利局.docx').subarray(0, 9000))).toBe('damaged');
  });

  it('takes an archive of reports for one, whatever its folders are called', () => {
    expect(sniffFormat(zip('word/民政局.docx', 'xl/水利局.docx'))).toBe('zip');
  });

  it('knows a Word file that was cut short, or has lost a part', () => {
    expect(sniffFormat(zip('word/document.xml', TYPES).subarray(0, 5000))).toBe('docx');
    expect(sniffFormat(zip('word/document.xml'))).toBe('docx');
  });
});
