import { describe, expect, test } from 'vitest';
import { soon } from '../slack/local-app.ts';
import { browserMissing } from '../workspace/browser.ts';
import { redBanner, Stage } from './stage.ts';

/** What is done and kept by words in the thread; the rest of what people say is left alone. */
describe.skipIf(browserMissing)('talking in a thread, in a browser', () => {
  const stage = Stage.ready();

  test('words do what the buttons do, and are marked; the other sees it', async () => {
    const { wang, lei } = stage;
    await stage.post(redBanner(2011));
    const done = async (page: typeof wang, words: string) => {
      await page.reply(`@govinfo ${words}`);
      await page
        .message(words, page.thread)
        .getByRole('button', { name: /white_check_mark，govinfo/ })
        .waitFor();
    };
    await done(wang, '#1 确认');
    await lei.reads(/已确认有误 · 保留原值 \d+ 并标注 · 王敏/);
    await done(lei, '#1 撤销');
    await done(lei, '#1 忽略 机关已说明：来函答复');
    await wang.reads('已忽略：机关已说明：来函答复 · 只对 v1 有效 · 李雷');
    await done(wang, '＃1 重新打开');
    await lei.button(/^确认有误 #1/).waitFor();
    await done(lei, '第1项 暂缓 7天');
    await wang.reads(/暂缓至 \d{4}-\d\d-\d\d · 李雷/);
    await done(wang, '#1 现在处理');
    await lei.button(/^确认有误 #1/).waitFor();
    await done(lei, '#1 指派 @王敏');
    await wang.reads('负责人 王敏');
    await wang.message('请核 #1', wang.thread).locator('.mention.mine').waitFor();
    await done(wang, '#1 更正 0 读错');
    await lei.reads(/3 → 0 · 依据：读错了，原文就是这个数 · 王敏/);
    await lei.picture('thread-words');
  });

  test('what cannot be done is told to the speaker alone', async () => {
    const { wang, lei } = stage;
    const posted = await stage.post(redBanner(2012));
    await lei.reply('@govinfo #9 确认');
    await lei.told('本帖没有 #9');
    await lei.reply(`@govinfo #1 忽略 机关已说明：${'长'.repeat(3000)}`);
    await lei.told('说明最多 500 字');
    await lei.picture('words-refused');
    expect(await wang.page.locator('.message.ephemeral').count()).toBe(0);
    await wang.actAs('韩梅');
    await stage.show(wang, posted.ts);
    await wang.reply('@govinfo #1 确认');
    await wang.told('访客只能查看，不能处理');
    await wang.actAs('王敏');
    await lei.button(/^确认有误 #1/).waitFor();
  });

  test('what was left out is asked for in a form', async () => {
    const { lei } = stage;
    await stage.post(redBanner(2013));
    await lei.reply('@govinfo #1 更正');
    await lei.told('#1 的这一步需要在窗口里完成');
    await lei.picture('words-form');
    await lei.press('打开“更正数据” #1');
    await lei.modal.getByLabel('正确数值').waitFor();
    await lei.close();
    await lei.reply('@govinfo #1 历史');
    await lei.press('打开“历史” #1');
    await lei.modal.getByText('核对 v1：有此项').waitFor();
    await lei.close();
    await lei.reply('@govinfo 看原文 #1');
    await lei.reads('#1 原文');
    await lei.picture('source-quoted');
  });

  test('a reply with a number is a note: marked, in the history, changed and deleted with its message', async () => {
    const { wang, lei } = stage;
    await stage.post(redBanner(2014));
    await wang.reply('#1 已电话询问，对方在查');
    await wang.reply('这句话不归谁管');
    const note = wang.message('已电话询问', wang.thread);
    await note.getByRole('button', { name: /memo，govinfo/ }).waitFor();
    const plain = wang.message('这句话不归谁管', wang.thread);
    const history = async (): Promise<string> => {
      await lei.more('#1', '历史');
      const told = (await lei.modal.locator('.modal-body').textContent()) ?? '';
      await lei.close();
      return told;
    };
    expect(await history()).toMatch(/王敏：.*已电话询问，对方在查/);
    await note.hover();
    await note.getByRole('button', { name: '更多操作' }).click();
    await wang.page.getByRole('menuitem', { name: '编辑' }).click();
    const field = wang.thread.locator('.editing textarea');
    await field.fill('#1 对方已答复，本周发更正');
    await field.press('Enter');
    await soon(async () => expect(await history()).toContain('对方已答复，本周发更正'));
    expect(await history()).not.toContain('已电话询问');
    const changed = wang.message('对方已答复', wang.thread);
    await changed.hover();
    await changed.getByRole('button', { name: '更多操作' }).click();
    await wang.page.getByRole('menuitem', { name: '删除消息' }).click();
    await wang.page.locator('dialog').getByRole('button', { name: '删除消息' }).click();
    await soon(async () => expect(await history()).not.toContain('对方已答复'));
    expect(await plain.locator('.reaction').count()).toBe(0);
    expect(await history()).not.toContain('这句话');
  });

  test('an answer in the thread is for everybody in it', async () => {
    const { wang, lei } = stage;
    await stage.post(redBanner(2015));
    await wang.reply('@govinfo 处罚 2015');
    await lei.reads('2015 年度 行政处罚');
    await lei.picture('thread-answer');
  });
});
