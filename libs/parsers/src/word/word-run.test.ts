import { strToU8, zipSync } from 'fflate';
import { readDocx } from '../formats/docx-format';

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const STYLES = `<w:styles ${NAMESPACE}>
  <w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="32"/></w:rPr></w:rPrDefault></w:docDefaults>
  <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
  <w:style w:type="paragraph" w:styleId="gone"><w:name w:val="gone"/><w:rPr><w:vanish/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="note"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="note2"><w:basedOn w:val="note"/></w:style>
  <w:style w:type="character" w:styleId="hidden"><w:rPr><w:vanish/></w:rPr></w:style>
</w:styles>`;
const RELATIONS = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`;

const run = (text: string, look = ''): string => `<w:r><w:rPr>${look}</w:rPr><w:t>${text}</w:t></w:r>`;
const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<w:p>') ? content : `<w:p>${content}</w:p>`}</w:tc>`;

/** The texts of a table of one or more rows. */
async function texts(...rows: readonly string[]): Promise<readonly (readonly string[])[]> {
  const body = `<w:document ${NAMESPACE}><w:body><w:tbl>${rows.join('')}</w:tbl></w:body></w:document>`;
  const parts = {
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': body,
    'word/styles.xml': STYLES,
    'word/_rels/document.xml.rels': RELATIONS,
  };
  const { blocks } = await readDocx(zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]))));
  return blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map((cells) => cells.map(({ text }) => text)) : []));
}
const row = (content: string, properties = ''): string => `<w:tr>${cell(run('甲'))}${cell(content, properties)}</w:tr>`;

describe('runs of a Word file', () => {
  it.each([
    ['raised', run('128') + run('1', '<w:vertAlign w:val="superscript"/>'), '128¹'],
    ['lowered', run('128') + run('1', '<w:vertAlign w:val="subscript"/>'), '128₁'],
    ['lifted', run('128') + run('1', '<w:position w:val="8"/>'), '128¹'],
    ['raised by their style', run('128') + run('1', '<w:rStyle w:val="note"/>'), '128¹'],
    ['raised by the style of their style', run('128') + run('[2]', '<w:rStyle w:val="note2"/>'), '128[²]'],
    ['a note of its own number', `${run('128')}<w:r><w:footnoteReference w:id="5"/></w:r>`, '128¹'],
    [
      'a note with a mark of its own',
      `${run('128')}<w:r><w:footnoteReference w:customMarkFollows="1" w:id="5"/><w:t>*</w:t></w:r>`,
      '128*',
    ],
    ['hidden', run('41') + run('9', '<w:vanish/>'), '41'],
    ['hidden by their style', run('41') + run('9', '<w:rStyle w:val="hidden"/>'), '41'],
    ['shown against their style', run('41') + run('9', '<w:rStyle w:val="hidden"/><w:vanish w:val="0"/>'), '419'],
    [
      'hidden by the style of their paragraph',
      `<w:p>${run('41')}</w:p><w:p><w:pPr><w:pStyle w:val="gone"/></w:pPr>${run('9')}</w:p>`,
      '41',
    ],
    ['without size', run('41') + run('9', '<w:sz w:val="2"/>'), '41'],
    ['struck out', run('24', '<w:strike/>') + run('2418'), '2\u03364\u03362418'],
    ['a link beside a figure', `${run('1204')}<w:hyperlink w:anchor="n2">${run('2')}</w:hyperlink>`, '1204 | 2'],
    [
      'a field beside a figure',
      `${run('1204')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('2')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      '1204 | 2',
    ],
    ['a simple field beside a figure', `${run('1204')}<w:fldSimple w:instr="REF n2">${run('2')}</w:fldSimple>`, '1204 | 2'],
    ['a figure that is a link', `<w:hyperlink w:anchor="n2">${run('1204')}</w:hyperlink>`, '1204'],
    ['a link within words', `${run('第')}<w:hyperlink w:anchor="n2">${run('（一）')}</w:hyperlink>${run('项')}`, '第（一）项'],
    ['much smaller than its neighbour', run('1204', '<w:sz w:val="21"/>') + run('2', '<w:sz w:val="10"/>'), '1204 | 2'],
    ['much smaller than all of the document', run('1204') + run('2', '<w:sz w:val="18"/>'), '1204 | 2'],
    ['of nearly the size of its neighbour', run('1204', '<w:sz w:val="21"/>') + run('2', '<w:sz w:val="18"/>'), '12042'],
    ['nearly white', run('41') + run('9', '<w:color w:val="FEFEFE"/>'), '419\u0336'],
    ['in a grey that is seen', run('41') + run('9', '<w:color w:val="7F7F7F"/>'), '419'],
    ['white by its theme', run('41') + run('9', '<w:color w:val="auto" w:themeColor="background1"/>'), '419\u0336'],
    ['black under black', run('41') + run('9', '<w:color w:val="000000"/><w:highlight w:val="black"/>'), '419\u0336'],
    ['marked yellow', run('41') + run('9', '<w:color w:val="000000"/><w:highlight w:val="yellow"/>'), '419'],
    ['white on yellow', run('41') + run('9', '<w:color w:val="FFFFFF"/><w:highlight w:val="yellow"/>'), '419'],
    ['without filling', run('41') + run('9', '<w14:textFill><w14:noFill/></w14:textFill>'), '419\u0336'],
    ['without width', run('41') + run('9', '<w:w w:val="1"/>'), '419\u0336'],
    ['beside a picture', `<w:r><w:drawing><wp:inline/></w:drawing></w:r>${run('2')}`, '2\uFFFC'],
    ['words beside a picture', `<w:r><w:drawing><wp:inline/></w:drawing></w:r>${run('本年')}`, '本年'],
    ['in a text box', `<w:r><w:txbxContent><w:p>${run('1204')}</w:p></w:txbxContent></w:r>`, '\uFFFC'],
    ['beside a text box', `${run('1204')}<w:r><w:txbxContent><w:p>${run('9')}</w:p></w:txbxContent></w:r>`, '1204\uFFFC'],
    ['white', run('41') + run('9', '<w:color w:val="FFFFFF"/>'), '419\u0336'],
    ['white on a ground', run('41', '<w:shd w:fill="1F4E79"/><w:color w:val="FFFFFF"/>'), '41'],
    ['a control', `<w:sdt><w:sdtPr/><w:sdtContent>${run('41')}</w:sdtContent></w:sdt>`, '41'],
    [
      'a control that shows its prompt',
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('请输入1')}</w:sdtContent></w:sdt>`,
      '请输入1',
    ],
    [
      'a list to choose from',
      '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="9"/><w:listEntry w:val="41"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
      '41',
    ],
  ])('%s', async (_, content, text) => expect(await texts(row(content))).toEqual([['甲', text]]));

  it('of the colour of their cell are not seen', async () => {
    const text = run('9', '<w:color w:val="D9D9D9"/>') + run('86');
    const shade = (pattern: string, fill: string) => `<w:shd w:val="${pattern}" w:color="D9D9D9" w:fill="${fill}"/>`;
    expect(
      await texts(row(text, shade('clear', 'D9D9D9')), row(text, shade('solid', 'auto')), row(text, shade('clear', '1F4E79'))),
    ).toEqual([
      ['甲', '9\u033686'],
      ['甲', '9\u033686'],
      ['甲', '986'],
    ]);
  });

  it('white in a cell with a ground is seen', async () => {
    expect(await texts(row(run('41', '<w:color w:val="FFFFFF"/>'), '<w:shd w:fill="1F4E79"/>'))).toEqual([['甲', '41']]);
  });

  it('of a hidden row are not read', async () => {
    const hidden = `<w:tr><w:trPr><w:hidden/></w:trPr>${cell(run('甲'))}${cell(run('9'))}</w:tr>`;
    expect(await texts(hidden, row(run('41')))).toEqual([['甲', '41']]);
  });
});
