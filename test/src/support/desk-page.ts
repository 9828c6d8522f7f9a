import type { Browser, Page } from 'playwright-core';
import { openPage, settled } from './browser';

/** The cell with the focus. */
export const focused = (page: Page): Promise<string | null | undefined> =>
  page.evaluate(() => document.activeElement?.getAttribute('data-cell'));
/** What a cell shows. */
export const figure = (page: Page, cell: string): Promise<string> => page.locator(`[data-cell="${cell}"] .gk-figure`).innerText();
/** What the cells of a section show. */
export const figures = (page: Page, section: string): Promise<readonly string[]> =>
  page.locator(`[data-cell^="${section}/"] .gk-figure`).allInnerTexts();

/** Presses Tab until the focus is where it is looked for. */
export async function tabUntil(page: Page, isThere: (sought: string) => boolean, sought = ''): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await page.evaluate(isThere, sought)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${sought}`);
}

/** Until the server has what was typed. */
export async function saved(page: Page): Promise<void> {
  await page.locator('[data-saving="saved"]').waitFor();
}

/** What a program puts on the clipboard, pasted where the focus is. */
export async function paste(page: Page, html: string, text: string): Promise<void> {
  await page.evaluate(
    ([marked, plain]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', marked!);
      clipboardData.setData('text/plain', plain!);
      document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [html, text],
  );
}

/** As Excel writes it. */
export function excelHtml(lines: readonly (readonly string[])[]): string {
  const rows = lines.map(
    (line) =>
      ` <tr height=20 style='height:15.0pt'>\r\n${line.map((text) => `  <td class=xl65 align=right width=64>${text}</td>`).join('\r\n')}\r\n </tr>`,
  );
  return `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">\r\n<head><meta name=Generator content="Microsoft Excel 15">
<style><!--table {mso-displayed-decimal-separator:"\\."} td {mso-style-parent:style0; white-space:nowrap;} --></style></head>
<body link="#0563C1"><table border=0 cellpadding=0 cellspacing=0 width=448 style='border-collapse:collapse'>\r\n<!--StartFragment-->\r\n <col width=64 span=7 style='width:48pt'>\r\n${rows.join('\r\n')}\r\n<!--EndFragment-->\r\n</table></body></html>`;
}

/** The desk of a year as an account sees it on a small office screen. */
export async function openDeskOf(
  browser: Browser,
  { address, cookie }: { readonly address: string; readonly cookie: string },
  year: number,
): Promise<{ readonly page: Page; readonly troubles: readonly string[] }> {
  const opened = await openPage(browser, address);
  const [name, value] = cookie.split('=') as [string, string];
  await opened.page.context().addCookies([{ name, value, url: address }]);
  await opened.page.setViewportSize({ width: 1366, height: 768 });
  await opened.page.goto(`/file/${year}`);
  await opened.page.locator('[role=grid]').first().waitFor();
  await settled(opened.page);
  return opened;
}
