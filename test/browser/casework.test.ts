import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drop, type LocalApp, sample, startLocalApp } from '../slack/local-app.ts';
import { browserMissing, openBrowser } from '../workspace/browser.ts';
import { WorkspacePage } from '../workspace/workspace-page.ts';

/** Two people work on one report in the page, as they would in Slack. */
describe.skipIf(browserMissing)('casework in a browser', () => {
  let browser: Browser;
  let local: LocalApp;
  let page: WorkspacePage;
  beforeAll(async () => {
    browser = await openBrowser();
    local = await startLocalApp();
    await drop(local, [{ name: '示例区2023.pdf', bytes: sample('示例区卫生健康局2023.pdf') }]);
    page = await WorkspacePage.open(browser, local.workspace.url, { width: 1400, height: 1000 });
    await page.goTo('年报');
    await page.openThread('示例区2023.pdf');
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await local?.stop();
  });

  const press = (name: string | RegExp) => page.thread.getByRole('button', { name }).first().click();

  test('the source stands in the thread with its cells numbered', async () => {
    await press(/^看原文 #1/);
    await page
      .message(/#1 原文/, page.thread)
      .locator('img')
      .first()
      .waitFor({ timeout: 45_000 });
    await page.picture('casework-source');
  }, 60_000);

  test('one confirms, another takes back and corrects, and the sums hold again', async () => {
    await press(/^确认有误 #1/);
    await page.thread.getByText(/已确认有误 · 保留原值并标注/).waitFor();
    await page.thread.getByRole('button', { name: /起草核实函/ }).waitFor();
    await page.picture('casework-confirmed');
    await page.actAs('李雷');
    await page.goTo('年报');
    await page.openThread('示例区2023.pdf');
    await press(/^撤销 #1/);
    await press(/^更正数据 #1/);
    await page.modal.waitFor();
    await page.modal.getByLabel('正确数值').fill('12');
    await page.modal.getByText('读错了，原文就是这个数').click();
    await page.picture('casework-correct');
    await page.modal.getByRole('button', { name: '保存并重算' }).click();
    await page.thread
      .getByText(/11 → 12/)
      .first()
      .waitFor();
    await page.picture('casework-corrected');
  }, 40_000);

  test('words in the thread are done and marked', async () => {
    await page.reply('@govinfo #1 撤销');
    await page.thread
      .getByText(/11 → 12/)
      .first()
      .waitFor({ state: 'detached' });
    expect(page.errors).toEqual([]);
  }, 40_000);
});
