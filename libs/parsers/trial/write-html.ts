import { Dice } from './dice';
import type { TrialPage, PageBlock, PageCell } from './page';

export const HTML_LAYOUTS = ['portal', 'word_export', 'plain'] as const;
export type HtmlLayout = (typeof HTML_LAYOUTS)[number];

const CHROME =
  '<div class="top"><ul><li><a href="/">首页</a></li><li>政务公开</li><li>法定主动公开内容</li></ul><table><tr><td>当前位置：</td><td>首页 &gt; 年度报告</td></tr></table></div>';
const FOOT = '<footer>主办：青禾县人民政府 网站标识码：9900000001</footer><div class="foot"><p>联系电话：0555-1234567</p></div>';

/** `portal`: nested spans inside the chrome of a site; `word_export`: a page saved by a word processor; `plain`: old markup with open tags. */
export function writeHtml(page: TrialPage, layout: HtmlLayout, seed: number): Uint8Array {
  const dice = new Dice(seed);
  const body = page.blocks.map((block) => writeBlock(block, layout, dice)).join('\n');
  const [before, after] = layout === 'portal' ? [`${CHROME}<div id="zoom"><article>`, `</article></div>${FOOT}`] : ['', ''];
  const html = `<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>${escape(page.title)}</title></head><body>${before}${body}${after}</body></html>`;
  return new TextEncoder().encode(html);
}

function writeBlock(block: PageBlock, layout: HtmlLayout, dice: Dice): string {
  if (block.kind === 'table') return writeTable(block.rows, layout, dice);
  if (block.kind === 'title')
    return layout === 'plain' ? `<CENTER><B>${escape(block.text)}</B></CENTER>` : `<h1>${escape(block.text)}</h1>`;
  const text = inline(block.text, layout, dice);
  if (block.kind === 'paragraph') return layout === 'plain' ? `${text}<BR>` : `<p style="text-indent: 2em">${text}</p>`;
  return layout === 'word_export' ? `<h2>${text}</h2>` : layout === 'plain' ? `<P><B>${text}</B><BR>` : `<p><strong>${text}</strong></p>`;
}

function writeTable(rows: readonly (readonly PageCell[])[], layout: HtmlLayout, dice: Dice): string {
  const written = rows.map((row) => {
    const cells = row.map((cell) => writeCell(cell, layout, dice)).join(layout === 'word_export' ? '\n   ' : '');
    return layout === 'plain' ? `<TR>${cells}` : `<tr>${cells}</tr>`;
  });
  return layout === 'plain'
    ? `<TABLE BORDER=1>${written.join('\n')}</TABLE>`
    : `<table border="1"><tbody>${written.join('')}</tbody></table>`;
}

function writeCell(cell: PageCell, layout: HtmlLayout, dice: Dice): string {
  const spans = (cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : '') + (cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '');
  const text = inline(cell.text, layout, dice);
  if (layout === 'plain') return `<TD${spans}>${text}`;
  return layout === 'word_export' ? `<td${spans}>\n<p class="MsoNormal">${text}</p>\n</td>` : `<td${spans}>${text}</td>`;
}

/** Text within the markup a layout is used to: whole, or its characters apart in spans. */
function inline(text: string, layout: HtmlLayout, dice: Dice): string {
  const empty = layout === 'plain' ? '' : '&nbsp;';
  if (text === '') return dice.once(2) ? empty : '<span></span>';
  const lines = text.split('\n').map((line) => (dice.once(3) && layout !== 'plain' ? apart(line, dice) : escape(line)));
  const whole = lines.join('<br>');
  return layout === 'plain' ? `<FONT size=3>${whole}</FONT>` : dice.once(2) ? `<span style="font-family: 宋体">${whole}</span>` : whole;
}

function apart(text: string, dice: Dice): string {
  const at = 1 + dice.roll(text.length);
  const [left, right] = [escape(text.slice(0, at)), escape(text.slice(at))];
  return `<span><span>${left}</span></span>${right === '' ? '' : `<span lang="EN-US"><font face="仿宋">${right}</font></span>`}`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\u00a0', '&nbsp;');
}
