import type { Table } from '../printed-document';
import { isHtml, readHtml } from './html-format';
import { headedTextOf, blockText } from './fixtures/text-of';

function tables(html: string): readonly Table[] {
  return readHtml(html).blocks.filter((block) => block.kind === 'table');
}

function grid(html: string) {
  return tables(html)[0]!.rows.map((row) => row.map(({ text, column, columnSpan }) => [text, column, columnSpan]));
}

describe('readHtml', () => {
  it('gives every cell the columns a browser would', () => {
    expect(
      grid('<table><tr><td colspan=2 rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td><td>e</td><td>f</td></tr></table>'),
    ).toEqual([
      [
        ['a', 0, 2],
        ['b', 2, 1],
      ],
      [['c', 2, 1]],
      [
        ['d', 0, 1],
        ['e', 1, 1],
        ['f', 2, 1],
      ],
    ]);
  });

  it('reads rows and cells that nobody closed', () => {
    expect(grid('<table><tr><td><p>a<td>b<tr><th>c<td>d</table>')).toEqual([
      [
        ['a', 0, 1],
        ['b', 1, 1],
      ],
      [
        ['c', 0, 1],
        ['d', 1, 1],
      ],
    ]);
  });

  it('takes senseless spans for one', () => {
    expect(grid('<table><tr><td colspan="x">a</td><td colspan="-3">b</td><td colspan="0">c</td></tr></table>')).toEqual([
      [
        ['a', 0, 1],
        ['b', 1, 1],
        ['c', 2, 1],
      ],
    ]);
  });

  it('joins spans without gaps, keeps line breaks of the page, drops those of the source', () => {
    const html =
      '<table><tr><td>\n <p><span>总</span><span>计</span></p></td><td>商业<br>企业</td><td>尚未\n   审结</td><td>&nbsp;</td><td><p>1</p><p>2</p></td></tr></table>';
    expect(tables(html)[0]!.rows[0]!.map(({ text }) => text)).toEqual(['总计', '商业\n企业', '尚未审结', '', '1\n2']);
  });

  it('counts places from 1', () => {
    expect(tables('<table></table><table><tr><td>a</td></tr><tr><td>b</td><td>c</td></tr></table>')[1]!.rows[1]![1]!.place).toEqual({
      table: 2,
      row: 2,
      column: 2,
    });
  });

  it('sees through tables that only lay out the page, and not what a reader does not see', () => {
    const html =
      '<title>名</title><script>var a = "<p>x</p>";</script><table><tr><td><p>一</p><table><tr><td>1</td><td>2</td></tr></table></td></tr></table><p style="display: none">藏</p><nav>导航</nav><h2>二</h2>三<br>四';
    const { name, blocks } = readHtml(html);
    expect(name).toBe('名');
    expect(blocks.map((block) => (block.kind === 'table' ? 'table' : headedTextOf(block)))).toEqual(['一', 'table', '#二', '三', '四']);
  });

  it('takes a frame around a single text for that text, and the site has its foot for itself', () => {
    const html =
      '<div class="breadcrumb">首页</div><table><tr><td><p>青禾县</p><p>年报</p></td></tr></table><div class="w footer">青禾新闻网</div>';
    expect(readHtml(html).blocks.map((block) => block.kind === 'paragraph' && block.text)).toEqual(['青禾县', '年报']);
  });

  it('keeps the lines of Markdown between its tables', () => {
    const { blocks } = readHtml('# 年报\n\n好。\n<table><tr><td>1</td><td>2</td></tr></table>\n## 六、其他\n无');
    expect(blocks.map((block) => (block.kind === 'table' ? 'table' : headedTextOf(block)))).toEqual([
      '#年报',
      '好。',
      'table',
      '#六、其他',
      '无',
    ]);
  });

  it('reads what was typed into a page like a text file', () => {
    const typed = '二、标题\n项\t数\n规章\t1\n\n| 项 | 数 |\n| --- | --- |\n| 规章 | 2 |\n三、下一节\n总计<br>3';
    const { blocks } = readHtml(`<p>年报</p><pre>${typed}</pre><table><tr><td>1</td><td>2</td></tr></table><p>完</p>`);
    const shown = blocks.map((block) => (block.kind === 'table' ? block.rows.map((row) => row.map(({ text }) => text)) : blockText(block)));
    const tables = [[['项', '数'], ['规章', '1']], [['项', '数'], ['规章', '2']]]; // prettier-ignore
    expect(shown).toEqual(['年报', '二、标题', tables[0], tables[1], '三、下一节', '总计', '3', [['1', '2']], '完']);
    const places = blocks.flatMap((block) => (block.kind === 'table' ? [block.rows.at(-1)!.at(-1)!.place] : []));
    expect(places).toEqual([
      { table: 1, row: 2, column: 2 },
      { table: 2, row: 2, column: 2 },
      { table: 3, row: 1, column: 2 },
    ]);
  });

  it('keeps the empty lines that end a row of typed cells, and marked up tables among them', () => {
    const { blocks } = readHtml('<pre>\t规章<br>\t1<br><br>\t许可<br>\t2<table><tr><td>甲</td><td>3</td></tr></table>完</pre>');
    const shown = blocks.map((block) => (block.kind === 'table' ? block.rows.map((row) => row.map(({ text }) => text)) : blockText(block)));
    expect(shown).toEqual([[['规章', '1'], ['许可', '2']], [['甲', '3']], '完']); // prettier-ignore
  });

  it('keeps the lines of typed text in a cell, and takes a table around a page of it for a frame', () => {
    const cells = readHtml('<table><tr><td><pre>\n规章\n（件）\n</pre></td><td><pre>3</pre></td></tr></table>').blocks;
    expect(cells.flatMap((block) => (block.kind === 'table' ? block.rows.map((row) => row.map(({ text }) => text)) : []))).toEqual([
      ['规章\n（件）', '3'],
    ]);
    const page = ['一、总体情况', ...Array.from({ length: 11 }, () => '无。'), '项\t数', '规章\t3'].join('\n');
    const { blocks } = readHtml(`<table><tr><td>栏目</td><td><pre>${page}</pre></td></tr></table>`);
    expect(blocks.slice(0, 2).map((block) => block.kind === 'paragraph' && block.text)).toEqual(['栏目', '一、总体情况']);
    expect(blocks.at(-1)).toMatchObject({
      kind: 'table',
      rows: [
        [{ text: '项' }, { text: '数' }],
        [{ text: '规章' }, { text: '3' }],
      ],
    });
  });

  it('prefers the name of the article to that of the page', () => {
    expect(readHtml('<meta name="ArticleTitle" content="年报"/><title>年报_公开_青禾县</title>').name).toBe('年报');
  });

  it('knows a page by its content', () => {
    expect(isHtml('<p style="x">2023年</p>')).toBe(true);
    expect(isHtml('<!DOCTYPE html>')).toBe(true);
    expect(isHtml('《条例》<长江三角洲>')).toBe(false);
  });
});
