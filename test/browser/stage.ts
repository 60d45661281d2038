import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { drop, type LocalApp, sample, startLocalApp } from '../slack/local-app.ts';
import { openBrowser } from '../workspace/browser.ts';
import { WorkspacePage } from '../workspace/workspace-page.ts';

/** A report of one year whose 总计 of table 三 is off by as many as one wants. */
export const redBanner = (year: number, total = 3) => {
  const text = sample('红旗区卫生健康委员会2022.txt').toString().replaceAll('2022', String(year));
  const wrong = text.replace('（七）总计 0 0 0 0 0 0 0', `（七）总计 0 0 0 0 0 0 ${total}`);
  return { name: `红旗区卫生健康委员会${year}.txt`, bytes: Buffer.from(wrong) };
};

/** The whole app, one browser, and two people in it at windows of their own: 王敏, who keeps the workspace, and 李雷. */
export class Stage {
  browser!: Browser;
  local!: LocalApp;
  wang!: WorkspacePage;
  lei!: WorkspacePage;

  /** To be called where the tests are described: everything is shared by the tests of a file. */
  static ready(size = { width: 1280, height: 900 }): Stage {
    const stage = new Stage();
    beforeAll(async () => {
      [stage.browser, stage.local] = await Promise.all([openBrowser(), startLocalApp()]);
      const open = () => WorkspacePage.open(stage.browser, stage.local.workspace.url, size);
      [stage.wang, stage.lei] = await Promise.all([open(), open()]);
      await stage.lei.actAs('李雷');
    });
    afterEach(async ({ task }) => {
      const failed = task.result?.state === 'fail';
      if (failed) console.log(stage.local.hands.log.filter(({ ok }) => !ok));
      for (const [name, page] of Object.entries({ wang: stage.wang, lei: stage.lei })) {
        if (failed) await page.picture(`failed ${task.name.slice(0, 40)} ${name}`);
        while (failed && (await page.modal.count())) await page.close();
        expect(page.errors.splice(0)).toEqual([]);
      }
    });
    afterAll(async () => {
      await stage.browser?.close();
      await stage.local?.stop();
    });
    return stage;
  }

  /** Posts a report, and opens its thread at both windows. */
  async post(file: { name: string; bytes: Uint8Array }, channel = '年报') {
    const posted = await drop(this.local, [file], { channel: `#${channel}` });
    for (const page of [this.wang, this.lei]) await this.show(page, posted.ts, channel);
    return posted;
  }

  /** Goes to a thread by its message in the channel. */
  async show(page: WorkspacePage, ts: string, channel = '年报'): Promise<void> {
    await page.goTo(channel);
    await page.page.locator(`#messages [data-ts="${ts}"] .replies`).click();
    await page.thread.locator(`[data-ts="${ts}"]`).waitFor();
  }
}
