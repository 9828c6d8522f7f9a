import { readHtml } from '../formats/html-format';
import { readAmount } from '../sections/read-amount';

const COUNT = { unit: 'request', signed: false } as const;

/** What is read in the second of two cells, whose neighbour keeps the table from being a frame. */
function read(cell: string, head = ''): string {
  const { blocks } = readHtml(`<html><head>${head}</head><body><p>一</p><table><tr><td>甲</td><td>${cell}</td></tr></table></body></html>`);
  const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
  const amount = readAmount(rows[0]?.[1]?.text ?? '?', COUNT, '');
  return amount.state === 'number' ? `${amount.amount}${amount.note === undefined ? '' : ` ${amount.note}`}` : amount.state;
}

const style = (css: string): string => `<style>${css}</style>`;

describe('text that is set high or low', () => {
  it.each([
    ['128<sup>1</sup>', '128 ¹'],
    ['128<sub>1</sub>', '128 ₁'],
    ['<sup>1</sup>128', '128 ¹'],
    ['128<sup>[2]</sup>', '128 [²]'],
    ['128<sup>①</sup>', '128 ①'],
    ['128<sup>1,2</sup>', '128 ¹,²'],
    ['128<span style="vertical-align: super">1</span>', '128 ¹'],
    ['128<sup><a href="#n1">1</a></sup>', '128 ¹'],
    ['<ruby>128<rt>1</rt></ruby>', '128 ¹'],
    ['<sup>1</sup>', 'unreadable'],
  ])('%s is %s', (cell, figure) => expect(read(cell)).toBe(figure));

  it('by a style sheet too', () => expect(read('128<i class="n">1</i>', style('.n { vertical-align: super }'))).toBe('128 ¹'));
});

describe('text that nobody sees', () => {
  it.each([
    ['<s>24</s>2418', '2418'],
    ['<del>24</del> 2418', '2418'],
    ['<strike>24</strike>2418', '2418'],
    ['<span style="text-decoration:line-through">24</span>2418', '2418'],
    ['<s>24</s>', 'unreadable'],
    ['41<span hidden>9</span>', '41'],
    ['41<template>9</template>', '41'],
    ['41<span style="display:none">9</span>', '41'],
    ['41<span style="visibility: hidden">9</span>', '41'],
    ['41<span style="visibility: hidden">9<b style="visibility: visible">2</b></span>', '412'],
    ['41<span style="opacity:0">9</span>', '41'],
    ['41<span style="font-size:0">9</span>', '41'],
    ['<div style="font-size:0px"><span style="font-size:14px">41</span>9</div>', '41'],
    ['41<span style="color:#fff">9</span>', '41'],
    ['41<span style="color: white; background: white">9</span>', '41'],
    ['41<font style="color:rgb(255, 255, 255)">9</font>', '41'],
    ['41<span style="position:absolute;left:-9999px">9</span>', '41'],
    ['41<span style="text-indent:-9999px">9</span>', '41'],
    ['41<span style="position:absolute;clip:rect(0 0 0 0)">9</span>', '41'],
    ['41<font color="White">9</font>', '41'],
    ['41<font color=#FFFFFF>9</font>', '41'],
    ['41<span style="color:transparent">9</span>', '41'],
    ['41<span style="color:rgba(0,0,0,0)">9</span>', '41'],
    ['41<span style="content-visibility:hidden">9</span>', '41'],
    ['41<canvas>9</canvas>', '41'],
    ['<span style="color:#fff;background:#036">41</span>', '41'],
    ['<b style="background:#036"><font color=white>41</font></b>', '41'],
    ['<b style="color: red">41</b>', '41'],
  ])('%s is %s', (cell, figure) => expect(read(cell)).toBe(figure));

  it.each([
    ['.x{display:none}', '41'],
    ['td .x, p { color: red } .x { visibility: hidden }', '41'],
    ['#y{opacity:0}', '41'],
    ['td > span.x { font-size: 0 }', '41'],
    ['@media screen { .x { display: none } }', '41'],
    ['@media (max-width: 768px) { .x { display: none } }', '419'],
    ['@media print { .x { display: none } }', '419'],
    ['.x{display:none} span.x{display:inline}', '419'],
    ['.x{display:none !important} span.x{display:inline}', '41'],
    ['body{visibility:hidden}', '419'],
    ['table{display:none}', '419'],
    ['.other{display:none} /* .x{display:none} */', '419'],
  ])('under %s is %s', (css, figure) => expect(read('41<span class="x" id="y">9</span>', style(css))).toBe(figure));

  it('white digits on a ground that another file may paint are not read in silence', () => {
    expect(read('<span style="color:#fff">41</span>', '<link rel="stylesheet" href="site.css">')).toBe('unreadable');
  });
});

it('white words on a picture are read', () => {
  expect(read('<table background="sea.jpg"><tr><td><font color=white>约41</font></td></tr></table>')).toBe('unreadable');
  expect(read('<span style="background:linear-gradient(red, blue);color:transparent">约41</span>')).toBe('unreadable');
});

describe('text that is seen apart from the text around it', () => {
  const APART = [
    '<a href="#fn2">@</a>',
    '<a style="mso-footnote-id:ftn2">@</a>',
    '<small>@</small>',
    '<span style="vertical-align:top">@</span>',
    '<span style="font-size:smaller">@</span>',
    '<span style="font-size:65%">@</span>',
    '<span style="font-size: .7em">@</span>',
    '<span style="vertical-align:text-top">@</span>',
    '<span style="position:relative;top:-5px">@</span>',
    '<span style="mso-text-raise:4.0pt">@</span>',
    '<span style="mso-hide:all">@</span>',
    '<span style="display:block">@</span>',
    '<span style="display:inline-block">@</span>',
    '<span style="float:right">@</span>',
    '<span style="position:absolute;left:9px">@</span>',
    '<span style="margin-left:3em">@</span>',
    '<span style="margin:0 .5em">@</span>',
    '<span style="padding:0 0 0 1em">@</span>',
    '<span class="b">@</span>',
  ];

  it.each(APART)('%s is no part of the figure before it, and may be one itself', (element) => {
    const head = style('.b { display: block }');
    expect(read(`41${element.replace('@', '2')}`, head)).toBe('unreadable');
    expect(read(element.replace('@', '412'), head)).toBe('412');
    expect(read(`41${element.replace('@', '[2]')}`, head)).toBe('41 [2]');
  });

  it.each(['flex', 'inline-flex', 'grid', 'flex;flex-direction:row-reverse'])('within display:%s', (display) => {
    expect(read(`<div style="display:${display}"><b>41</b><i>2</i></div>`)).toBe('unreadable');
    expect(read(`<div style="display:${display}"><b><i>41</i><i>2</i></b></div>`)).toBe('412');
  });

  it.each([
    ['41<a href="page.html">2</a>', '412'],
    ['41<span style="margin:0;padding:0px;vertical-align:baseline">2</span>', '412'],
    ['<span style="font-size:12pt">41</span><span style="font-size:12pt">2</span>', '412'],
    ['41<span style="font-size:100%">2</span>', '412'],
    ['41<span style="display:inline;position:static;float:none">2</span>', '412'],
    ['<span style="margin-right:1em">41</span>件', '41'],
  ])('%s is one figure', (cell, figure) => expect(read(cell)).toBe(figure));
});

describe('figures that are not seen as they are written', () => {
  it.each([
    ['<bdo dir="rtl">4021</bdo>', 'unreadable'],
    ['<span dir="rtl"><bdo><b>4021</b></bdo></span>', 'unreadable'],
    ['<span style="unicode-bidi:bidi-override;direction:rtl">4021</span>', 'unreadable'],
    ['<span style="direction:rtl">4021</span>', '4021'],
    ['<bdo dir="ltr">4021</bdo>', '4021'],
    ['<img src="1.gif" alt="1">2', 'unreadable'],
    ['<img src="41.png">', 'unreadable'],
    ['<svg><text>41</text></svg>', 'unreadable'],
    ['<object data="4.svg">4</object>1', 'unreadable'],
    ['41<img src="dot.gif" width="1" height="1">', '41'],
    ['41<img src="dot.gif" style="display:none">', '41'],
    ['<span style="visibility:hidden"><img src="4.gif"></span>1', '1'],
  ])('%s is %s', (cell, figure) => expect(read(cell)).toBe(figure));

  it('a picture beside words is an ornament', () => {
    const { blocks } = readHtml('<table><tr><td><img src="dot.gif">行政许可</td><td>1</td></tr></table><p>一</p>');
    expect(blocks).toContainEqual(
      expect.objectContaining({ kind: 'table', rows: [[expect.objectContaining({ text: '行政许可' }), expect.anything()]] }),
    );
  });

  it.each([
    ['.q::before{content:"1"}', 'unreadable'],
    ['td .q:after { content: counter(n) }', 'unreadable'],
    ['.q::after{content:attr(data-more)}', 'unreadable'],
    ['.q::before{content:"\\e601"}', '204'],
    ['.q::before{content:""}', '204'],
    ['.q::before{content:"1";display:none}', '204'],
    ['@media print{.q::before{content:"1"}}', '204'],
    ['.p::before{content:"1"}', '204'],
  ])('under %s is %s', (css, figure) => expect(read('<span class="q">204</span>', style(css))).toBe(figure));
});

describe('controls in a cell', () => {
  it.each([
    ['<input value="41">', '41'],
    ['<input type="number" value="41" readonly>', '41'],
    ['<input type="hidden" value="9">41', '41'],
    ['<input type="checkbox" value="9">41', '41'],
    ['<input placeholder="9">', 'blank'],
    ['<textarea>41</textarea>', '41'],
    ['<select><option>9</option><option selected>41</option></select>', '41'],
    ['<select><option>41</option><option>9</option></select>', '41'],
    ['70<input value="41">', 'unreadable'],
    ['<label>9<input value="41"></label>', 'unreadable'],
    ['<input value="4"><input value="1">', 'unreadable'],
    ['4<input type="hidden" value="9">1', '41'],
    ['<input value="41">件', '41'],
  ])('%s show %s', (cell, figure) => expect(read(cell)).toBe(figure));
});

it('two figures of a cell, on lines or parted by a blank, are none', () => {
  for (const cell of ['12<br>08', '<p>12</p><p>08</p>', '12 08', '12&nbsp;08', '12&emsp;08', '12\u300008', '<div>12</div>08'])
    expect([cell, read(cell)]).toEqual([cell, 'unreadable']);
  for (const cell of ['12&shy;08', '12&#8203;08', '<span>12</span><span>08</span>', '12<wbr>08', '12&zwnj;08'])
    expect([cell, read(cell)]).toEqual([cell, '1208']);
});
