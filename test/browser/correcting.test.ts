import { describe, expect, test } from 'vitest';
import { browserMissing } from '../workspace/browser.ts';
import { redBanner, Stage } from './stage.ts';

/** Numbers that people lay over a report: proposed, never filled in, and told with name and reason. */
describe.skipIf(browserMissing)('correcting in a browser', () => {
  const stage = Stage.ready();
  const value = () => stage.wang.modal.getByLabel('正确数值');

  test('one cell: the value is not filled in, letters are refused beside it, and the other reads before and after', async () => {
    const { wang, lei } = stage;
    await stage.post(redBanner(2011));
    await wang.press(/^更正数据 #1/);
    expect(await value().inputValue()).toBe('');
    await wang.modal.getByText('印作 3；按其余各格推算 0').waitFor();
    await wang.picture('correct');
    for (const [typed, refusal] of [
      ['十二', '请填一个数'],
      ['1.5', '件数应是不小于 0 的整数'],
      ['-3', '件数应是不小于 0 的整数'],
    ] as const) {
      await value().fill(typed);
      await wang.tick('读错了，原文就是这个数');
      await wang.send('保存并重算');
      await wang.modal.getByText(refusal).waitFor();
      expect(await value().inputValue()).toBe(typed);
    }
    await wang.picture('correct-refused');
    await value().fill('０');
    await wang.submit('保存并重算');
    await lei.reads(/3 → 0 · 依据：读错了，原文就是这个数 · 王敏/);
    await lei.reads(/v1 · 更正 1 处/);
    await lei.reads('待核 0 · 已确认 0 · 已忽略 0 · 已解决 1');
    await lei.picture('corrected');
    await lei.press(/^撤销 #1/);
    await wang.button(/^更正数据 #1/).waitFor();
    expect(await wang.thread.getByText('重新打开').count()).toBe(0);
    await wang.more('#1', '历史');
    await wang.modal.getByText(/王敏 更正 .* 为 0/).waitFor();
    await wang.modal.getByText(/李雷 撤销/).waitFor();
    await wang.close();
  });

  test('a whole row by the bureau’s answer: the printed number stays beside the new one', async () => {
    const { wang, lei } = stage;
    await stage.post(redBanner(2012));
    await lei.press(/^更正数据 #1/);
    await lei.choose('哪一格', '整行：（七）总计');
    const fields = lei.modal.locator('[data-action="value"]');
    await fields.nth(6).waitFor();
    expect(await fields.count()).toBe(7);
    await lei.picture('correct-row');
    await lei.modal.getByLabel('自然人').fill('0');
    await lei.modal.getByRole('textbox', { name: /^总计/ }).fill('0');
    await lei.tick('原文有误，按机关答复更正');
    await lei.modal.getByRole('textbox', { name: /^说明/ }).fill('来函更正');
    await lei.submit('保存并重算');
    await wang.reads(/3 → 0 · 依据：原文有误，按机关答复更正 · 李雷/);
    await wang.picture('corrected-answered');
  });

  test('what still does not add up is shown before it is kept all the same', async () => {
    const { wang, lei } = stage;
    await stage.post(redBanner(2013));
    await wang.press(/^更正数据 #1/);
    await value().fill('5');
    await wang.tick('读错了，原文就是这个数');
    await wang.send('保存并重算');
    await wang.modal.getByText('按这些数值重算，仍有').waitFor();
    expect(await value().inputValue()).toBe('5');
    await wang.picture('correct-anyway');
    await lei.button(/^更正数据 #1/).waitFor();
    await wang.submit('仍要保存');
    await lei.reads(/更正为 5（原印“\d+”）/);
    await lei.reads('更正 1 处');
  });

  test('from the summary, any cell of the report', async () => {
    const { wang, lei } = stage;
    await stage.post(redBanner(2014, 0));
    await wang.press(/^更正数据… /);
    await wang.choose('哪一格', '表二「行政处罚」处理决定数量');
    await wang.modal.getByText('印作 5').waitFor();
    await value().fill('6');
    await wang.tick('读错了，原文就是这个数');
    await wang.submit('保存并重算');
    await lei.reads('更正 1 处');
    await lei.reads(/较 2013：.*处罚 5 → 6（\+1）/);
  });
});
