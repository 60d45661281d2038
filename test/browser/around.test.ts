import { describe, expect, test } from 'vitest';
import { drop, sample } from '../slack/local-app.ts';
import { browserMissing } from '../workspace/browser.ts';
import { redBanner, Stage } from './stage.ts';

/** What stands around the thread: lists, Home, settings, shortcuts, letters, answers, batches. */
describe.skipIf(browserMissing)('around the thread, in a browser', () => {
  const stage = Stage.ready();

  test('待办: eight a page, next and back, the menu of a line, and the way to its thread', async () => {
    const { wang, lei, local } = stage;
    for (const year of [2009, 2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017]) await drop(local, [redBanner(year)]);
    for (const page of [wang, lei]) {
      await page.goTo('年报');
      await page.write('/govinfo 待办');
      await page.told('待办事项（9）');
    }
    const list = wang.message('待办事项（9）');
    expect(await list.locator('.overflow').count()).toBe(8);
    await wang.picture('todo');
    await list.getByRole('button', { name: '下一页' }).click();
    await list.getByRole('button', { name: '上一页' }).waitFor();
    expect(await list.locator('.overflow').count()).toBe(1);
    await list.getByRole('button', { name: '上一页' }).click();
    await list.getByRole('button', { name: '下一页' }).waitFor();
    await wang.more('2016 #1', '看原文', list);
    await wang.modal.getByText('印作“3”').waitFor();
    await wang.close();
    await wang.more('2015 #1', '忽略（本版）…', list);
    await wang.tick('机关已说明');
    await wang.submit('确认忽略');
    await wang.more('2014 #1', '更正数据…', list);
    await wang.modal.getByLabel('正确数值').waitFor();
    await wang.close();
    await lei.more('2016 #1', '指派给我', lei.message('待办事项（9）'));
    await lei.write('/govinfo 待办 我');
    await lei.told('待办事项（1）');
    await lei.message('待办事项（1）').getByRole('link', { name: '打开讨论' }).click();
    await lei.reads('负责人 李雷');
    await lei.picture('assigned');
    await wang.write('/govinfo 待办');
    await wang.told('待办事项（8）');
    expect(await wang.page.locator('.message.ephemeral').filter({ hasText: '待办事项（1）' }).count()).toBe(0);
  });

  test('Home: the reader’s own issues, another year, and buttons that answer', async () => {
    const { lei } = stage;
    await lei.goTo('govinfo');
    await lei.page.getByRole('tab', { name: '主页' }).click();
    const home = lei.page.locator('#home');
    await home.getByText('指派给我（1）').waitFor();
    await lei.picture('home');
    await home.getByRole('combobox').fill('2012');
    await lei.page.getByRole('option', { name: '2012 年度' }).click();
    await home.getByText('2012 年度').first().waitFor();
    await home.getByRole('button', { name: '我的待办' }).click();
    await lei.modal.getByText('待办事项（1）').waitFor();
    await lei.picture('home-todo');
    await lei.close();
    await home.getByRole('button', { name: '用法' }).click();
    await lei.modal.getByText('govinfo 用法').waitFor();
    await lei.close();
    await home.getByRole('button', { name: '导出' }).click();
    await lei.modal.getByText('已导出').waitFor();
    await lei.close();
    await lei.page.getByRole('tab', { name: '消息' }).click();
    await lei.message('.csv').waitFor();
    await lei.page.getByRole('tab', { name: '主页' }).click();
    await home.getByRole('button', { name: '设置' }).click();
    await lei.modal.waitFor();
    await lei.picture('home-settings');
    await lei.close();
  });

  test('核实函: from what was confirmed, edited, handed over as Word file and text, to that person alone', async () => {
    const { wang, lei } = stage;
    await stage.post({ name: '示例区2023.pdf', bytes: sample('示例区卫生健康局2023.pdf') });
    await lei.press(/^确认有误 #1/);
    await wang.press(/起草核实函/);
    const text = wang.modal.getByRole('textbox', { name: /函的内容/ });
    expect(await text.inputValue()).toContain(
      '关于请核实《示例区卫生健康局2023年政府信息公开工作年度报告》有关数据的函',
    );
    await text.fill(`${await text.inputValue()}\n　　抄送：示例区政务公开办`);
    await wang.picture('letter');
    await wang.submit('生成文件');
    await wang.goTo('govinfo');
    await wang.page.getByRole('tab', { name: '消息' }).click();
    await wang.page.getByText('核实函_示例区卫生健康局_2023.docx').waitFor();
    const link = wang.page.getByRole('link', { name: /核实函_示例区卫生健康局_2023\.txt/ });
    const down = wang.page.waitForEvent('download');
    await link.click();
    const stream = await (await down).createReadStream();
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part as Buffer);
    expect(Buffer.concat(parts).toString()).toContain('抄送：示例区政务公开办');
    await wang.picture('letter-files');
    await lei.goTo('govinfo');
    await lei.page.getByRole('tab', { name: '消息' }).click();
    expect(await lei.page.getByText('核实函_示例区卫生健康局_2023.docx').count()).toBe(0);
  });

  test('核对年报 on an older message, and on one without a file', async () => {
    const { wang } = stage;
    await wang.goTo('测试');
    await wang.write('没有文件的一句话');
    const shortcut = async (words: string) => {
      await wang.message(words).hover();
      await wang.message(words).getByRole('button', { name: '更多操作' }).last().click();
      await wang.page.getByRole('menuitem', { name: /核对年报/ }).click();
    };
    await shortcut('没有文件的一句话');
    await wang.told('这条消息没有文件');
    await drop(stage.local, [redBanner(2020, 0)], { channel: '#测试' });
    await shortcut('红旗区卫生健康委员会2020.txt');
    await wang.told('正在重新读取，结果在帖子里');
    await wang.picture('shortcut');
  });

  test('查询年报 from anywhere: a form, and its answer in the person’s own conversation', async () => {
    const { lei } = stage;
    await lei.goTo('测试');
    await lei.page.getByRole('button', { name: '快捷方式' }).click();
    await lei.page.getByRole('menuitem', { name: /查询年报/ }).click();
    await lei.modal.waitFor();
    await lei.picture('query');
    await lei.modal.getByRole('textbox').first().fill('处罚 2023');
    await lei.submit('查询');
    await lei.goTo('govinfo');
    await lei.page.getByRole('tab', { name: '消息' }).click();
    await lei.message('2023 年度 行政处罚').waitFor();
  });

  test('设置: editors, language and replies are changed by who may, and count for others at once', async () => {
    const { wang, lei, local } = stage;
    await wang.goTo('测试');
    await wang.write('/govinfo 设置');
    await wang.modal.waitFor();
    await wang.choose('编辑名单', '王敏');
    await wang.picture('settings');
    await wang.submit('保存');
    const posted = await drop(local, [redBanner(2021)], { channel: '#测试' });
    await stage.show(lei, posted.ts, '测试');
    await lei.press(/^确认有误 #1/);
    await lei.told('需要编辑权限，可请 王敏');
    await lei.press(/^更正数据 #1/);
    expect(await lei.modal.count()).toBe(0);
    await lei.picture('not-an-editor');
    await lei.write('/govinfo 设置');
    await lei.page.locator('#messages .ephemeral').filter({ hasText: '需要编辑权限' }).waitFor();
    await wang.write('/govinfo 设置');
    await wang.modal.getByText(/王敏 改了设置/).waitFor();
    await wang.modal.getByRole('button', { name: '移除 王敏' }).click();
    await wang.tick('只用表情');
    await wang.submit('保存');
    const quiet = await drop(local, [redBanner(2022)], { channel: '#测试' });
    expect(quiet.answers).toEqual([]);
    expect(quiet.signs).toContain('warning');
  });

  test('an answer is one’s own until it is posted to the channel', async () => {
    const { wang, lei } = stage;
    for (const page of [wang, lei]) await page.goTo('年报');
    await wang.write('/govinfo 处罚 2023');
    const own = wang.message('2023 年度 行政处罚');
    await own.getByText('仅你可见').waitFor();
    await wang.picture('answer');
    expect(await lei.message('2023 年度 行政处罚', lei.channel).count()).toBe(0);
    await own.getByRole('button', { name: '发到频道' }).click();
    await lei.message('2023 年度 行政处罚', lei.channel).waitFor();
    await lei.picture('published');
  });

  test('windows of a summary: the three tables, what the text says, where the figures stand', async () => {
    const { lei } = stage;
    await stage.post({ name: '演示县2023.html', bytes: sample('演示县卫生健康局2023.html') });
    for (const [button, words] of [
      [/^看三张表/, '表三'],
      [/^正文要点/, '正文'],
    ] as const) {
      await lei.press(button);
      await lei.modal.getByText(words).first().waitFor();
      await lei.picture(`window ${words}`);
      await lei.close();
    }
    await lei.press(/^看原文 演示县/);
    await stage.wang.reads('印作“17”');
    await stage.wang.picture('source-of-summary');
  });

  test('many files at once: one message counts them, and ends as a table of what became of each', async () => {
    const { wang, lei, local } = stage;
    const files = [redBanner(2001), redBanner(2002, 0), redBanner(2003, 0)];
    const posted = await drop(local, files, { as: '李雷', channel: '#核对组' });
    for (const page of [wang, lei]) {
      await stage.show(page, posted.ts, '核对组');
      await page.reads('3 份年报处理完毕');
      await page.thread.getByRole('row', { name: /红旗区卫生健康委员会 2001 .*1 项待核/ }).waitFor();
      await page.thread.getByRole('row', { name: /红旗区卫生健康委员会 2003 5 .*通过/ }).waitFor();
    }
    await wang.picture('batch');
    await lei.press('只看待核的（1）');
    await lei.told('这一批里待核的 1 份');
    await lei.press('导出 CSV');
    await lei.told('文件已发到你与 govinfo 的私信');
    await lei.picture('batch-to-check');
    await wang.press(/^确认有误 #1/);
    await lei.thread.getByRole('row', { name: /红旗区卫生健康委员会 2001 .*通过/ }).waitFor();
    expect(await lei.thread.getByRole('button', { name: /^只看待核的/ }).count()).toBe(0);
  });

  test('a file that cannot be read is tried again or sent away', async () => {
    const { wang, lei, local } = stage;
    local.hands.setFault('files.download', { error: 'sign-in' });
    await stage.post({ name: '示例区教育局2023.xlsx', bytes: sample('示例区教育局2023.xlsx') });
    await wang.reads('无法读取');
    await wang.picture('unreadable');
    await lei.press('重试');
    await wang.reads('示例区教育局 · 2023 年度');
    await wang.thread.getByText('无法读取').first().waitFor({ state: 'detached' });
    await wang.picture('read-again');
    local.hands.setFault('files.download', { error: 'sign-in' });
    await stage.post({ name: '会议照片.pdf', bytes: sample('示例区卫生健康局2022.pdf') });
    await wang.reads('无法读取');
    await lei.press('这不是年报');
    await wang.thread.getByText('无法读取').first().waitFor({ state: 'detached' });
  });
});
