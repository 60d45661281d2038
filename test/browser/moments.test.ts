import { describe, expect, test } from 'vitest';
import { browserMissing } from '../workspace/browser.ts';
import { redBanner, Stage } from './stage.ts';

/** What goes wrong where two people work on one thing, and where the app or the report changes in between. */
describe.skipIf(browserMissing)('the hard moments, in a browser', () => {
  const stage = Stage.ready();

  test('two clicks at one moment: one decides, the other is told who was first', async () => {
    const { wang, lei } = stage;
    await stage.post(redBanner(2011));
    // Clicked without waiting: what the first click changes would take the button away from the second.
    const buttons = await Promise.all([wang, lei].map((who) => who.button(/^确认有误 #1/).elementHandle()));
    await Promise.all(buttons.map((button) => button!.dispatchEvent('click')));
    const line = wang.thread.getByText(/已确认有误 · 保留原值 \d+ 并标注 · (王敏|李雷)/);
    const first = (await line.textContent())?.includes('李雷') ? '李雷' : '王敏';
    await (first === '王敏' ? lei : wang).told(`${first} 刚刚已确认 #1`);
    expect(await (first === '王敏' ? wang : lei).page.locator('.message.ephemeral').count()).toBe(0);
    await lei.picture('beaten');
  });

  test('a form opened before somebody else corrected the cell says so and saves nothing', async () => {
    const { wang, lei } = stage;
    await stage.post(redBanner(2012));
    await wang.press(/^更正数据 #1/);
    await wang.modal.getByLabel('正确数值').fill('1');
    await lei.press(/^更正数据 #1/);
    await lei.modal.getByLabel('正确数值').fill('0');
    await lei.tick('读错了，原文就是这个数');
    await lei.submit('保存并重算');
    await wang.reads(/3 → 0 .* 李雷/);
    await wang.tick('读错了，原文就是这个数');
    await wang.send('保存并重算');
    await wang.modal.getByText('这一格刚被 李雷 更正为 0，请重新打开').waitFor();
    await wang.picture('stale-correction');
    await wang.close();
    await lei.reads(/3 → 0 .* 李雷/);
  });

  test('a form opened before somebody else decided says who was first', async () => {
    const { wang, lei } = stage;
    await stage.post(redBanner(2013));
    await wang.press(/^忽略（本版） #1/);
    await lei.press(/^确认有误 #1/);
    await wang.reads(/已确认有误 · 保留原值 \d+ 并标注 · 李雷/);
    await wang.tick('机关已说明');
    await wang.send('确认忽略');
    await wang.modal.getByText('李雷 刚刚已确认 #1').waitFor();
    await wang.picture('stale-decision');
    await wang.close();
    await wang.reads(/已确认有误 · 保留原值 \d+ 并标注 · 李雷/);
  });

  test('after a restart the buttons of old messages still work, for both', async () => {
    const { wang, lei } = stage;
    await stage.post(redBanner(2014));
    await stage.local.restart();
    await wang.press(/^确认有误 #1/);
    await lei.reads(/已确认有误 · 保留原值 \d+ 并标注 · 王敏/);
    await stage.local.restart();
    await lei.press(/^撤销 #1/);
    await wang.press(/^更正数据 #1/);
    await wang.modal.getByLabel('正确数值').waitFor();
    await stage.local.restart();
    await wang.modal.getByLabel('正确数值').fill('0');
    await wang.tick('读错了，原文就是这个数');
    await wang.submit('保存并重算');
    await lei.reads(/3 → 0 .* 王敏/);
  });

  test('a new version keeps what was decided of the same values, and opens again what changed, saying why', async () => {
    const { wang, lei } = stage;
    const first = await stage.post(redBanner(2015));
    await wang.press(/^忽略（本版） #1/);
    await wang.tick('机关已说明');
    await wang.tick('本报告以后的文件也忽略');
    await wang.submit('确认忽略');
    await lei.reads('已忽略：机关已说明');
    const again = redBanner(2015);
    await stage.post({ ...again, bytes: Buffer.concat([again.bytes, Buffer.from('\n\n附：联系电话已更新。\n')]) });
    await lei.reads('v2 已采用');
    await lei.reads('已忽略：机关已说明 · 对本报告以后的文件也有效 · 王敏');
    await lei.picture('version-same');
    await stage.post(redBanner(2015, 4));
    await lei.reads(/重新打开：数字有变化/);
    await lei.button(/^确认有误 #1/).waitFor();
    await lei.picture('version-changed');
    await stage.show(lei, first.ts);
    await lei.reads('v1 已被 v3 取代');
    await lei.reads('待核事项在 v3 的帖子里');
    await lei.picture('superseded');
  });

  test('ignored for one version only, the next one opens it again', async () => {
    const { wang, lei } = stage;
    await stage.post(redBanner(2016));
    await lei.press(/^忽略（本版） #1/);
    await lei.tick('不适用于该机关');
    await lei.submit('确认忽略');
    await wang.reads('已忽略：不适用于该机关 · 只对 v1 有效 · 李雷');
    const again = redBanner(2016);
    await stage.post({ ...again, bytes: Buffer.concat([again.bytes, Buffer.from('\n\n附：联系电话已更新。\n')]) });
    await wang.reads(/重新打开：有新版本/);
    await wang.press(/^改回 v1/);
    await lei.reads(/v2 未采用，王敏 保留 v1/);
    await lei.picture('version-back');
    await lei.press(/^采用 v2/);
    await wang.reads('v2 已采用');
  });

  test('a file that contradicts a person’s correction waits for a word', async () => {
    const { wang, lei } = stage;
    await stage.post(redBanner(2017));
    await wang.press(/^更正数据 #1/);
    await wang.modal.getByLabel('正确数值').fill('0');
    await wang.tick('原文有误，按机关答复更正');
    await wang.submit('保存并重算');
    await lei.reads(/3 → 0 .* 王敏/);
    await stage.post(redBanner(2017, 5));
    await lei.reads('v2 尚未采用');
    await lei.thread.getByRole('button', { name: /^warning，govinfo/ }).waitFor();
    await lei.picture('version-waits');
    await lei.press(/^保留 v1/);
    await wang.reads('v2 未采用，李雷 保留 v1');
    await wang.thread.getByRole('button', { name: /^white_check_mark，govinfo/ }).waitFor();
    await wang.press(/^采用 v2/);
    await lei.reads('v2 已采用');
  });

  test('the same file again is answered with the way to its thread', async () => {
    const { wang } = stage;
    const first = await stage.post(redBanner(2018));
    await stage.post(redBanner(2018));
    await wang.reads('完全相同，未重复入库');
    await wang.picture('same-file');
    await wang.thread.getByRole('link', { name: '打开原帖' }).click();
    await wang.thread.locator(`[data-ts="${first.ts}"]`).waitFor();
  });
});
