import { describe, expect, test } from 'vitest';
import { drop, sample } from '../slack/local-app.ts';
import { browserMissing } from '../workspace/browser.ts';
import type { WorkspacePage } from '../workspace/workspace-page.ts';
import { redBanner, Stage } from './stage.ts';

/** Elements that stick out of the window to the right, by what they say; tables scroll in boxes of their own. */
const outside = `[...document.querySelectorAll('button, .text, .field, h1, h2, h3, img, .context')]
  .filter((node) => node.checkVisibility() && !node.closest('.table-box, #sidebar'))
  .filter((node) => node.getBoundingClientRect().right > innerWidth + 1)
  .map((node) => (node.textContent || node.className).slice(0, 40))`;

/** The same work on a telephone: everything is within the window, and every button can be pressed. */
describe.skipIf(browserMissing)('on a telephone, in a browser', () => {
  const stage = Stage.ready({ width: 390, height: 844 });
  const fits = async (page: WorkspacePage, name: string) => {
    await page.picture(`phone-${name}`);
    expect(await page.page.evaluate(outside)).toEqual([]);
    expect(await page.page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  };
  const open = async (page: WorkspacePage, { channel, ts }: { channel: string; ts: string }) => {
    await page.page.goto(`${stage.local.workspace.url}/archives/${channel}/p${ts.replace('.', '')}`);
    await page.ready();
    await page.thread.locator('.message').nth(2).waitFor();
  };

  test('a thread, its windows and forms, for both', async () => {
    const { wang, lei, local } = stage;
    const posted = await drop(local, [{ name: '示例区2023.pdf', bytes: sample('示例区卫生健康局2023.pdf') }]);
    for (const page of [wang, lei]) await open(page, posted);
    await fits(wang, 'thread');
    await wang.press(/^忽略（本版） #1/);
    await wang.modal.waitFor();
    await fits(wang, 'ignore');
    await wang.close();
    await wang.press(/^看三张表/);
    await wang.modal.waitFor();
    await fits(wang, 'tables');
    await wang.close();
    await wang.press(/^更正数据 #1/);
    await wang.choose('哪一格', '整行：（七）总计');
    await wang.modal.getByRole('textbox', { name: /^总计/ }).waitFor();
    await fits(wang, 'correct-row');
    await wang.modal.getByRole('textbox', { name: /^总计/ }).fill('12');
    await wang.tick('读错了，原文就是这个数');
    await wang.submit('保存并重算');
    await lei.reads(/11 → 12/);
    await fits(lei, 'corrected');
  });

  test('lists, answers, settings and Home', async () => {
    const { wang, local } = stage;
    await drop(local, [redBanner(2022)]);
    await wang.page.goto(`${local.workspace.url}/archives/C0REPORTS`);
    await wang.ready();
    for (const question of ['待办', '处罚 2023', '帮助']) {
      await wang.write(`/govinfo ${question}`);
      await wang.page.locator('#messages .ephemeral').last().waitFor();
    }
    await wang.told('govinfo 用法');
    await fits(wang, 'answers');
    await wang.write('/govinfo 设置');
    await wang.modal.waitFor();
    await fits(wang, 'settings');
    await wang.close();
    await wang.openSidebar();
    await wang.picture('phone-menu');
    await wang.goTo('govinfo');
    await wang.page.getByRole('tab', { name: '主页' }).click();
    await wang.page.locator('#home .header').waitFor();
    await fits(wang, 'home');
  });
});
