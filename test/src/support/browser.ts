import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import axe from 'axe-core';
import { type Browser, type Page, chromium } from 'playwright-core';
import { WORKSPACE } from './fresh-database';

const CHROMIUM = process.env.GONGKAI_BROWSER ?? '/usr/bin/chromium';

/** Browser tests are skipped, and counted as skipped, where there is no Chromium. */
export const describeInBrowser = existsSync(CHROMIUM) ? describe : describe.skip;

/** Headless and without any request of its own to the outside. */
export function openBrowser(): Promise<Browser> {
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return chromium.launch({ executablePath: CHROMIUM, args });
}

/** A page of an office screen in Chinese; whatever goes wrong in it is collected. */
export async function openPage(browser: Browser, baseURL: string): Promise<{ readonly page: Page; readonly troubles: readonly string[] }> {
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  return { page, troubles };
}

/** Waits until answers and charts are there. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  // Within one document the load state stays reached: what a step asked for shows as busy after the next frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
  await page.waitForFunction(() =>
    [...document.querySelectorAll('[data-painted]')].every((chart) => chart.getAttribute('data-painted') === 'true'),
  );
}

/** Accessibility troubles of the page by the rules of WCAG 2.2 AA, as lines; of what is there once nothing moves or fades any more. */
export async function accessibilityTroubles(page: Page): Promise<readonly string[]> {
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().endTime === Infinity),
  );
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
  });
}

/** Keeps a picture of the whole page for docs/ when asked to by GONGKAI_SCREENSHOTS=1. The window grows to the page, up to `most` pixels, so that bars at its edge stay there. */
export async function keepPicture(page: Page, name: string, most = 4000): Promise<void> {
  if (process.env.GONGKAI_SCREENSHOTS !== '1') return;
  const folder = path.join(WORKSPACE, 'docs/screens');
  mkdirSync(folder, { recursive: true });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: 1440, height: Math.min(Math.max(height, 900), most) });
  await settled(page);
  await page.waitForTimeout(400);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  await page.setViewportSize({ width: 1440, height: 900 });
}
