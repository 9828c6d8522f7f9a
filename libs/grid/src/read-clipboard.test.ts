import { readClipboard } from '.';

const read = (html: string, text = '') => readClipboard({ html, text });

describe('what was copied as plain text', () => {
  it.each([
    [
      '1\t2\r\n3\t\r\n',
      [
        ['1', '2'],
        ['3', ''],
      ],
    ],
    [
      '１，２３４\t/\n\u00a05 \t无',
      [
        ['１，２３４', '/'],
        ['5', '无'],
      ],
    ],
    ['"第一行\n第二行"\t"他说""是"""\r\n', [['第一行\n第二行', '他说"是"']]],
    ['5', [['5']]],
    ['\t\r\n', [['', '']]],
    ['"没有收\t2', [['"没有收', '2']]],
    ['1\n\n2\n', [['1'], [''], ['2']]],
  ])('%j', (text, block) => {
    expect(read('', text)).toEqual({ block, left: 0 });
  });

  it('is nothing where nothing was copied', () => {
    expect(read('', '')).toBeNull();
    expect(read('<p>12</p>', '')).toBeNull();
  });
});

describe('what was copied as a table', () => {
  it('of Excel: its style sheet and its comments are no text, an empty cell is a blank', () => {
    const html = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style><!-- td {mso-number-format:General;} --></style></head>
<body link="#0563C1"><table border=0 cellpadding=0 width=144 style='border-collapse:collapse;width:108pt'><!--StartFragment-->
 <col width=72 span=2 style='width:54pt'>
 <tr height=20><td height=20 align=right width=72 x:num="1204">1,204</td><td></td></tr>
 <tr height=20><td>／</td><td align=right>3&nbsp;</td></tr><!--EndFragment--></table></body></html>`;
    expect(read(html, 'not this')).toEqual({
      block: [
        ['1,204', ''],
        ['／', '3'],
      ],
      left: 0,
    });
  });

  it('of Word: paragraphs and spans within a cell are one text', () => {
    const html = `<table class=MsoTableGrid><tr style='mso-yfti-irow:0'><td width=80><p class=MsoNormal align=center><span lang=EN-US>12<o:p></o:p></span></p></td>
<td><p class=MsoNormal>其中<br>3</p><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr></table>`;
    expect(read(html)).toEqual({ block: [['12', '其中 3']], left: 0 });
  });

  it('of WPS: what is hidden was not copied', () => {
    const html =
      "<table><tr style='display:none'><td>9</td></tr><tr><td>1</td><td style='mso-ignore:colspan;display:none'>8</td><td>2</td></tr></table>";
    expect(read(html)?.block.at(-1)).toEqual(['1', '2']);
    expect(read(html)?.block.flat()).toEqual(['1', '2']);
  });

  it('with merged cells: what they reach over says nothing', () => {
    const html = '<table><tr><td rowspan=2>a</td><td colspan=2>b</td></tr><tr><td>c</td><td>d</td></tr><tr><td>e<td>f<td>g</table>';
    expect(read(html)?.block).toEqual([
      ['a', 'b', null],
      [null, 'c', 'd'],
      ['e', 'f', 'g'],
    ]);
  });

  it('never reaches below its last line, however far a cell claims to reach', () => {
    expect(read('<table><tr><td rowspan=9999 colspan=3>1</td><td>2</td></tr></table>')?.block).toEqual([['1', null, null, '2']]);
  });

  it('among several: the largest, and how many are left out; a frame around tables is none', () => {
    const html = '<table><tr><td><table><tr><td>1</td></tr></table><table><tr><td>2</td><td>3</td></tr></table></td></tr></table>';
    expect(read(html)).toEqual({ block: [['2', '3']], left: 1 });
  });
});
