import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { convertToHtml } from 'mammoth';
import type { PrintedDocument } from '../printed-document';
import { RefusedDocument } from '../refusals';
import { readDocx } from './docx-format';
import { readHtml } from './html-format';
import { blockText } from './fixtures/text-of';

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPES = '<Types><Override PartName="/word/document.xml"/></Types>';
const link = (type: string, target: string, mode = '') =>
  `<Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode}/>`;
const t = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
const p = (text: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${text}</w:p>`;
const cell = (content: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<w:') ? content : p(t(content))}</w:tc>`;
const row = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const table = (...rows: readonly string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;
const DOWN = '<w:vMerge w:val="restart"/>';
const ON = '<w:vMerge/>';

function file(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const whole = {
    '[Content_Types].xml': TYPES,
    'word/document.xml': `<w:document ${NAMESPACE}><w:body>${body}</w:body></w:document>`,
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(whole).map(([name, text]) => [name, strToU8(text)])));
}
async function shape(body: string, parts?: Readonly<Record<string, string>>) {
  const { blocks } = await readDocx(file(body, parts));
  return blocks.map((block) => (block.kind === 'table' ? block.rows.map((cells) => cells.map(({ text }) => text)) : blockText(block)));
}
const geometry = async (body: string) => {
  const [block] = (await readDocx(file(body))).blocks;
  return block?.kind === 'table' ? block.rows.map((cells) => cells.map((one) => [one.column, one.columnSpan, one.rowSpan])) : [];
};
const codeOf = async (bytes: Uint8Array) =>
  readDocx(bytes).then(
    () => 'read',
    (error: unknown) => (error instanceof RefusedDocument ? error.refusal.code : error),
  );

describe('readDocx', () => {
  it('joins runs, breaks lines at breaks, leaves nothing but text', async () => {
    const noise = '<w:bookmarkStart w:id="1" w:name="a"/><w:proofErr w:type="spellStart"/>';
    expect(await shape(p(`${t('第二十')}${noise}${t('条')}<w:r><w:br/></w:r>${t('下一行')}`) + p(t(' ')))).toEqual(['第二十条', '下一行']);
    expect(await shape(p(t('a &lt;b&gt;\n c')) + p('<w:r><w:tab/><w:t>x</w:t><w:tab/><w:t>y</w:t></w:r>'))).toEqual(['a <b>  c', 'x y']);
  });

  it('knows the columns of merged cells, also of rows that begin later or merge the older way', async () => {
    const rows = [
      row(cell('a', `<w:gridSpan w:val="2"/>${DOWN}`), cell('b')),
      row(cell('hidden', `<w:gridSpan w:val="2"/>${ON}`), cell('c')),
      `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('d')}${cell('e')}</w:tr>`,
      row(cell('f', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge/>'), cell('g')),
      row(cell('h', ON), cell('i', ON), cell('j')),
    ];
    expect(await geometry(table(...rows))).toEqual([
      [
        [0, 2, 2],
        [2, 1, 1],
      ],
      [[2, 1, 1]],
      [
        [1, 1, 1],
        [2, 1, 1],
      ],
      [
        [0, 2, 1],
        [2, 1, 1],
      ],
      [
        [0, 1, 1],
        [1, 1, 1],
        [2, 1, 1],
      ],
    ]);
  });

  it('accepts tracked changes in runs, paragraph marks, rows and moves', async () => {
    const ins = (text: string) => `<w:ins w:id="1">${t(text)}</w:ins>`;
    const del = (text: string) => `<w:del w:id="2"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
    const gone = '<w:rPr><w:del w:id="3"/></w:rPr>';
    expect(await shape(p(`${t('1')}${del('2')}${ins('3')}`) + p(t('前'), gone) + p(t('后')))).toEqual(['13', '前后']);
    expect(
      await shape(
        p(`<w:moveFrom w:id="4">${t('移')}</w:moveFrom>留`.replace('留', t('留'))) + p(`<w:moveTo w:id="5">${t('移')}</w:moveTo>`),
      ),
    ).toEqual(['留', '移']);
    expect(await shape(p(t('前'), gone) + table(row(cell('1'), cell('2'))) + p(t('后')))).toEqual(['前', [['1', '2']], '后']);
    const deleted = `<w:tr><w:trPr><w:del w:id="6"/></w:trPr>${cell('x')}${cell('y')}</w:tr>`;
    expect(await shape(table(row(cell('a'), cell(p(`${del('7')}${ins('8')}`))), deleted))).toEqual([[['a', '8']]]);
  });

  it('reads through content controls around paragraphs, rows, cells and runs', async () => {
    const sdt = (content: string) => `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    expect(await shape(sdt(p(sdt(t('段'))) + table(row(sdt(cell('1')), cell(sdt(p(t('2'))))), sdt(row(cell('3'), cell('4'))))))).toEqual([
      '段',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ]);
  });

  it('takes a table that holds tables for layout, and one of a single cell for a frame', async () => {
    const inner = table(row(cell('1'), cell('2')));
    expect(await shape(table(row(cell(p(t('左')) + inner), cell('右'))))).toEqual(['左', [['1', '2']], '右']);
    expect(await shape(table(row(cell('题'))))).toEqual(['题']);
    expect(await shape(table(row(cell(table(row(cell('框')))), cell('2')), row(cell('3'), cell('4'))))).toEqual([
      [
        ['框', '2'],
        ['3', '4'],
      ],
    ]);
  });

  it('keeps figures apart that are not one: struck, raised, parted by a tab, numbered, an equation, a picture', async () => {
    const struck = `<w:r><w:rPr><w:strike/></w:rPr><w:t>1</w:t></w:r>${t('2')}`;
    const raised = `${t('1')}<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>`;
    const tab = '<w:r><w:t>1</w:t><w:tab/><w:t>2</w:t></w:r>';
    const equation = `${t('1')}<m:oMath><m:r><m:t>2</m:t></m:r></m:oMath>`;
    const picture = '<w:r><w:drawing><wp:inline/></w:drawing></w:r>';
    const seal = `${t('1')}<w:r><w:drawing><wp:anchor/></w:drawing></w:r>`;
    expect(await shape(table(row(...[struck, raised, tab, equation, picture, seal].map((content) => cell(p(content))))))).toEqual([
      [['1\u03362', '1²', '1 | 2', '1\uFFFC', '\uFFFC', '1']],
    ]);
  });

  it('leaves out hidden text, field codes, comments and notes, and puts a text box behind what it is anchored in', async () => {
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const code = `${field('begin')}<w:r><w:instrText>PAGE 7</w:instrText></w:r>${t('7')}${field('separate')}${t('8')}${field('end')}`;
    const hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:t>9</w:t></w:r>';
    const box = `<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${p(t('框'))}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p(t('框'))}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(await shape(p(`${t('第')}${code}${hidden}<w:r><w:footnoteReference w:id="2"/></w:r>${box}${t('页')}`))).toEqual(['第8页', '框']);
    expect(await shape(table(row(cell(p(t('1') + box)), cell('2'))))).toEqual([[['1', '2']], '框']);
    expect(await shape(p(field('begin') + t('x')) + p(t('后')))).toEqual(['后']);
  });

  it('writes automatic numbers out, by paragraph, by style and by level', async () => {
    const level = (index: number, format: string, text: string, more = '') =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:numbering ${NAMESPACE}><w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="h"/>')}${level(1, 'decimal', '%2.')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;
    const styles = `<w:styles ${NAMESPACE}><w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="k"><w:name w:val="my heading"/><w:basedOn w:val="h"/></w:style></w:styles>`;
    const parts = {
      'word/_rels/document.xml.rels': `<Relationships>${link('numbering', 'numbering.xml')}${link('styles', '/word/styles.xml')}${link('hyperlink', 'http://example.invalid/', ' TargetMode="External"')}</Relationships>`,
      'word/numbering.xml': numbering,
      'word/styles.xml': styles,
    };
    const num = (id: number, at: number) => `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`;
    const body = [
      p(t('总体'), '<w:pStyle w:val="h"/>'),
      p(t('其一'), num(1, 1)),
      p('', num(1, 1)),
      p(t('其三'), num(1, 1)),
      p(t('申请'), '<w:pStyle w:val="k"/>'),
      p(t('再一'), num(1, 1)),
      p(t('无号'), '<w:pStyle w:val="h"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
      p(t('五'), num(2, 0)),
      p(t('点'), num(3, 0)),
      table(row(cell(p(t('一格'), num(2, 0))), cell(p(t('7'), num(1, 1))), cell(p('', num(1, 1))))),
    ].join('');
    expect(await shape(body, parts)).toEqual([
      '一、总体',
      '1. 其一',
      '3. 其三',
      '二、申请',
      '1. 再一',
      '无号',
      '五、五',
      '点',
      [['六、一格', '1. | 7', '\uFFFC']],
    ]);
    const { blocks } = await readDocx(file(body, parts));
    expect(
      blocks.filter((block) => block.kind === 'paragraph' && block.heading).map((block) => block.kind === 'paragraph' && block.text),
    ).toEqual(['一、总体', '二、申请', '无号']);
  });

  it('finds the document by its relationship, under any prefix, in the strict namespace', async () => {
    const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
    const parts = {
      '_rels/.rels': `<Relationships>${link('officeDocument', '/text/main.xml')}</Relationships>`,
      'text/main.xml': `<document xmlns="${strict}" xmlns:x="${strict}"><body><p><pPr><jc x:val="center"/></pPr><r><t>文</t></r></p></body></document>`,
    };
    expect(await shape(p(t('另一篇')), parts)).toEqual(['文']);
  });

  it('refuses what is cut short, what has no body, entities, macros, and documents within the document', async () => {
    expect(await codeOf(file(p(t('x'))).subarray(0, 90))).toBe('DAMAGED_FILE');
    expect(await codeOf(file('', { 'word/document.xml': `<w:document ${NAMESPACE}><w:body><w:p>` }))).toBe('DAMAGED_FILE');
    expect(await codeOf(file('', { 'word/document.xml': '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document/>' }))).toBe(
      'DAMAGED_FILE',
    );
    expect(await codeOf(file(p(t('x')), { 'word/vbaProject.bin': '' }))).toBe('HOLDS_MACROS');
    expect(await codeOf(file('<w:altChunk r:id="rId9"/>'))).toBe('UNSUPPORTED_FORMAT');
  });

  it('finds in the tables of a real file what mammoth finds, but for the row that was deleted', async () => {
    const path = join(__dirname, '../../../../test/reports/accepted/word-tracked-and-numbered.docx');
    const bytes = readFileSync(path);
    const tablesOf = ({ blocks }: PrintedDocument) =>
      blocks
        .filter((block) => block.kind === 'table')
        .map(({ rows }) =>
          rows.map((cells) => cells.map(({ text, column, columnSpan, rowSpan }) => ({ text, column, columnSpan, rowSpan }))),
        );
    const { value } = await convertToHtml({ buffer: bytes });
    const ours = tablesOf(await readDocx(new Uint8Array(bytes)));
    expect(ours).toEqual(tablesOf(readHtml(value)).map((rows) => rows.filter(([cell]) => cell?.text !== '行政征收')));
    expect(ours.map((rows) => rows.length)).toEqual([3, 14, 15, 16, 4]);
  });

  it('survives deep nesting and ten thousand rows', async () => {
    const deep = '<w:sdt><w:sdtContent>'.repeat(20_000) + p(t('底')) + '</w:sdtContent></w:sdt>'.repeat(20_000);
    expect(await shape(deep)).toEqual(['底']);
    const nested = table(row(cell('x'))).replace('x', '');
    expect(
      await shape(Array(3000).fill('<w:tbl><w:tr><w:tc>').join('') + nested + Array(3000).fill('</w:tc></w:tr></w:tbl>').join('')),
    ).toEqual([]);
    const [rows] = await shape(table(...Array<string>(10_000).fill(row(cell('a'), cell('b')))));
    expect(rows).toHaveLength(10_000);
  });
});
