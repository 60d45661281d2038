import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { built } from '../built.ts';
import { freePort } from '../slack/emulate-peer.ts';
import { launch, noBrowser } from './chromium.ts';

const root = join(import.meta.dirname, '../..');
const pictures = join(root, 'test-output');
const sample = '示例区卫生健康局2023.pdf';

/** What a newcomer does: `npm start`, a browser, a report dropped into the page. */
describe.skipIf(noBrowser)('the whole app in a browser', () => {
  let browser: Browser;
  let page: Page;
  let stopApp: () => void = () => undefined;
  const folder = mkdtempSync(join(tmpdir(), 'govinfo-browser-'));

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    execFileSync(process.execPath, [join(root, 'scripts/build-page.mjs'), join(built, 'workspace/page')]);
    const port = await freePort();
    const { PATH = '' } = process.env;
    const app = spawn(process.execPath, [join(built, 'app.js')], {
      env: { PATH, CI: 'true', GOVINFO_DATA: folder, GOVINFO_WORKSPACE_PORT: String(port) },
    });
    stopApp = () => app.kill('SIGKILL');
    await new Promise<void>((resolve, reject) => {
      app.stdout.on('data', (part: Buffer) => String(part).includes(String(port)) && resolve());
      app.stderr.on('data', (part: Buffer) => reject(new Error(String(part))));
    });
    browser = await launch();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN' });
    await page.goto(`http://127.0.0.1:${port}/`);
  });

  afterAll(async () => {
    await browser?.close();
    stopApp();
    rmSync(folder, { recursive: true, force: true });
  });

  test('a report dropped into the page is answered in its thread', async () => {
    const bytes = [...readFileSync(join(root, 'samples', sample))];
    await page.getByRole('textbox').first().waitFor();
    // As text, since it runs in the page and speaks of things that only the page knows.
    const dropped = await page.evaluateHandle(`{
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(${JSON.stringify(bytes)})], '${sample}', { type: 'application/pdf' }));
      data;
    }`);
    for (const event of ['dragenter', 'dragover', 'drop'])
      await page.dispatchEvent('#talk', event, { dataTransfer: dropped });
    await page.getByText(sample).first().waitFor();
    await page.locator('#composer button.send').click();
    await page.locator('#messages').getByText('2 条回复').click({ timeout: 20_000 });
    const thread = page.locator('#thread-messages');
    await thread.getByText('示例区卫生健康局 · 2023 年度').first().waitFor();
    await thread.getByRole('button', { name: /确认/ }).first().waitFor();
    await page.screenshot({ path: join(pictures, 'reply.png') });
    expect(await thread.textContent()).toContain('行政处罚');
  });

  test('a decision made in the page shows in the thread', async () => {
    const thread = page.locator('#thread-messages');
    await thread.getByRole('button', { name: /确认/ }).first().click();
    await thread
      .getByText(/已确认有误 · 保留原值 \d+ 并标注 · 王敏/)
      .first()
      .waitFor();
  });

  test('a slash command is answered to the person alone', async () => {
    await page.locator('#composer textarea').fill('/govinfo 示例区卫生健康局 2023');
    await page.keyboard.press('Escape');
    await page.locator('#composer button.send').click();
    await page.locator('#messages').getByText('仅你可见').first().waitFor();
    await page.screenshot({ path: join(pictures, 'answer.png') });
  });
});
