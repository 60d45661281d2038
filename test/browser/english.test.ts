import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { sample } from '../slack/local-app.ts';
import { browserMissing } from '../workspace/browser.ts';
import { redBanner, Stage } from './stage.ts';

/** Runs of Chinese in what is shown; names, file names and quotes of the document are left out. */
async function chineseIn(shown: Locator): Promise<string[]> {
  const text = (await shown.allInnerTexts()).join('\n');
  const kept = [
    /“[^”]*”/g,
    /红旗区卫生健康委员会/g,
    /示例区卫生健康局/g,
    /[\p{L}\d（）]+\.(?:txt|pdf|csv)/gu,
    /〔20\d\d〕\d+号/g,
    /王敏|李雷|韩梅/g,
    // Names as they stand in the app's own settings, and of places.
    /核对年报|查询年报|示例区|金凤区|灵武市|简体中文/g,
  ];
  const left = kept.reduce((rest, pattern) => rest.replace(pattern, ''), text);
  return left.match(/[^\n]*\p{Script=Han}[^\n]*/gu) ?? [];
}

/** English words in what a Chinese reader sees; names, ids, commands and file names are left out. */
async function englishIn(shown: Locator): Promise<string[]> {
  const text = (await shown.allInnerTexts()).join('\n');
  const kept = [
    /@?govinfo/g,
    /\/govinfo\S*/g,
    /\b(?:PDF|Word|CSV|XLSX|TXT|KB|Alex|English)\b/g,
    /\S+\.(?:txt|pdf|csv|docx)/g,
    /E-[A-Z-]+/g,
  ];
  const left = kept.reduce((rest, pattern) => rest.replace(pattern, ''), text);
  return left.match(/[^\n]*[A-Za-z]{3,}[^\n]*/g) ?? [];
}

/** One person reads English, the other Chinese, in a channel that speaks English. */
describe.skipIf(browserMissing)('in English, in a browser', () => {
  const stage = Stage.ready();
  const none: string[] = [];

  test('the window of the settings, which make a channel speak English', async () => {
    const { lei: alex } = stage;
    await alex.actAs('Alex');
    await alex.goTo('测试');
    await alex.write('/govinfo settings');
    await alex.modal.waitFor();
    await alex.picture('en-settings');
    expect(await chineseIn(alex.modal)).toEqual(none);
    await alex.tick('English');
    await alex.submit('Save');
  });

  test('a thread in that channel, to the last line, through every decision', async () => {
    const { wang, lei: alex } = stage;
    await stage.post({ name: '示例区2023.pdf', bytes: sample('示例区卫生健康局2023.pdf') }, '测试');
    const said = alex.thread.locator('.message:not(.ephemeral)').filter({ hasText: 'govinfo' }).locator('.blocks');
    expect(await chineseIn(said)).toEqual(none);
    await alex.picture('en-thread');
    await alex.press(/^See source #1/);
    await alex
      .message(/#1 source/i, alex.thread)
      .locator('img')
      .waitFor({ timeout: 45_000 });
    expect(await chineseIn(said)).toEqual(none);
    await alex.picture('en-source');
    await alex.press(/^Confirm error #1/);
    await alex.button(/^Undo #1/).waitFor();
    expect(await chineseIn(said)).toEqual(none);
    await alex.picture('en-confirmed');
    await wang.takeBack(/^Undo #1/);
    await alex.press(/^Ignore/);
    await alex.modal.waitFor();
    expect(await chineseIn(alex.modal)).toEqual(none);
    await alex.picture('en-ignore');
    await alex.send('Ignore');
    await alex.modal.locator('.error').waitFor();
    expect(await chineseIn(alex.modal)).toEqual(none);
    await alex.tick('Explained by the bureau');
    await alex.submit('Ignore');
    await alex.button(/^Undo #1/).waitFor();
    expect(await chineseIn(said)).toEqual(none);
    await alex.takeBack(/^Undo #1/);
    await alex.more('#1', 'Snooze…');
    expect(await chineseIn(alex.modal)).toEqual(none);
    await alex.submit('Snooze');
    await alex.button(/^Act now #1/).waitFor();
    expect(await chineseIn(said)).toEqual(none);
    await alex.takeBack(/^Act now #1/);
    await alex.more('#1', 'Assign…');
    expect(await chineseIn(alex.modal)).toEqual(none);
    await alex.choose('Assignee', 'Alex');
    await alex.submit('Assign');
    await alex.thread.locator('.mention.mine').first().waitFor();
    expect(await chineseIn(said)).toEqual(none);
  });

  test('correcting, with its refusals, and the windows of the menu', async () => {
    const { lei: alex } = stage;
    await alex.press(/^Correct data #1/);
    await alex.modal.waitFor();
    expect((await chineseIn(alex.modal)).filter((line) => !/^Printed row/.test(line))).toEqual(none);
    await alex.picture('en-correct');
    await alex.modal.getByRole('combobox').click();
    expect(await chineseIn(alex.modal.getByRole('option'))).toEqual(none);
    await alex.modal.getByLabel('Correct value').fill('twelve');
    await alex.modal.locator('input[type=radio]').first().check();
    await alex.send('Save, recalculate');
    await alex.modal.locator('.error').waitFor();
    expect((await chineseIn(alex.modal)).filter((line) => !/^Printed row/.test(line))).toEqual(none);
    await alex.modal.getByLabel('Correct value').fill('12');
    await alex.submit('Save, recalculate');
    await alex.reads(/11 → 12/);
    const said = alex.thread.locator('.message:not(.ephemeral)').filter({ hasText: 'govinfo' }).locator('.blocks');
    expect(await chineseIn(said)).toEqual(none);
    await alex.picture('en-corrected');
    for (const item of ['History', 'About this check']) {
      await alex.more('#1', item);
      expect(await chineseIn(alex.modal)).toEqual(none);
      await alex.picture(`en-${item}`);
      await alex.close();
    }
    for (const button of ['Three tables', 'Key points']) {
      await alex.press(new RegExp(`^${button}`));
      await alex.modal.waitFor();
      await alex.picture(`en-window ${button}`);
      // What the text says is quoted as it is printed.
      if (button === 'Three tables') expect(await chineseIn(alex.modal)).toEqual(none);
      await alex.close();
    }
  });

  test('private answers, Home and refusals follow the reader, wherever they are', async () => {
    const { lei: alex } = stage;
    await alex.goTo('年报');
    for (const question of [
      'help en',
      'penalties 2023',
      '示例区卫生健康局 2023',
      'issues',
      'penalties 2035',
      'xyzzy',
      'letter 示例区 2023',
      'checks',
      'bureaus',
    ]) {
      await alex.write(`/govinfo ${question}`);
      const answer = alex.page.locator('#messages .ephemeral').last().locator('.blocks');
      await answer.waitFor();
      expect(
        (await chineseIn(answer)).filter((line) => !line.includes('/govinfo')),
        question,
      ).toEqual(none);
      await alex.picture(`en-answer ${question.replace(/\W/g, '')}`);
      await alex.page.reload();
      await alex.ready();
    }
    await alex.goTo('govinfo');
    await alex.page.getByRole('tab', { name: /主页|Home/ }).click();
    const home = alex.page.locator('#home');
    await home.locator('.header').waitFor();
    expect(await chineseIn(home)).toEqual(none);
    await alex.picture('en-home');
  });

  test('a Chinese reader reads no English', async () => {
    const { wang } = stage;
    await stage.post(redBanner(2012));
    await wang.press(/^确认有误 #1/);
    await wang.button(/^撤销 #1/).waitFor();
    expect(await englishIn(wang.thread.locator('.blocks'))).toEqual(none);
    await wang.press(/^撤销 #1/);
    for (const name of [/^忽略（本版） #1/, /^更正数据 #1/, /^看三张表/, /^正文要点/]) {
      await wang.press(name);
      await wang.modal.waitFor();
      expect(await englishIn(wang.modal)).toEqual(none);
      await wang.close();
    }
    await wang.goTo('govinfo');
    await wang.page.getByRole('tab', { name: '主页' }).click();
    const home = wang.page.locator('#home');
    await home.locator('.header').waitFor();
    expect(await englishIn(home)).toEqual(none);
    expect(await englishIn(wang.page.locator('#sidebar, #head'))).toEqual(none);
  });
});
