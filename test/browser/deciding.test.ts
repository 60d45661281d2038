import { describe, expect, test } from 'vitest';
import { sample } from '../slack/local-app.ts';
import { browserMissing } from '../workspace/browser.ts';
import { redBanner, Stage } from './stage.ts';

/** What one person decides about an issue, another sees at once, and can take back. */
describe.skipIf(browserMissing)('deciding in a browser', () => {
  const stage = Stage.ready();

  test('the source is shown once, for both, with its cells numbered', async () => {
    const { wang, lei } = stage;
    await stage.post({ name: '示例区2023.pdf', bytes: sample('示例区卫生健康局2023.pdf') });
    await wang.press(/^看原文 #1/);
    for (const page of [wang, lei]) {
      const shown = page.message(/#1 原文/, page.thread);
      await shown.locator('img[alt*="①"]').waitFor({ timeout: 45_000 });
      await shown.getByText('②＋③ ≠ ①＋④').first().waitFor();
    }
    await wang.picture('source');
    await lei.press(/^看原文 #1/);
    await lei.told('#1 的原文已在帖子里');
    expect(await wang.thread.getByText('#1 原文').count()).toBe(1);
  });

  test('confirmed by one, taken back by the other, confirmed again; the history tells it all', async () => {
    const { wang, lei } = stage;
    await stage.post(redBanner(2011));
    await wang.press(/^确认有误 #1/);
    await lei.reads(/已确认有误 · 保留原值 \d+ 并标注 · 王敏/);
    await lei.reads('待核 0 · 已确认 1 · 已忽略 0 · 已解决 0');
    await lei.button(/起草核实函/).waitFor();
    await wang.picture('confirmed');
    await lei.press(/^撤销 #1/);
    await wang.button(/^确认有误 #1/).waitFor();
    await wang.press(/^确认有误 #1/);
    await lei.button(/^撤销 #1/).waitFor();
    await lei.more('#1', '历史');
    await lei.modal.getByText('李雷 撤销').waitFor();
    const told = await lei.modal.locator('.section').allInnerTexts();
    expect(told.map((line) => line.replace(/^[\d-]+ [\d:]+ /, ''))).toEqual([
      '核对 v1：有此项',
      '王敏 确认有误',
      '李雷 撤销“确认有误”',
      '王敏 确认有误',
    ]);
    await lei.picture('history');
    await lei.close();
    await lei.more('#1', '检查说明');
    await lei.modal.getByText('applications-balance').first().waitFor();
    await lei.picture('explained');
    await lei.close();
  });

  test('ignored for this version only, with a reason that the other reads', async () => {
    const { wang, lei } = stage;
    await stage.post(redBanner(2012));
    await wang.press(/^忽略（本版） #1/);
    await wang.send('确认忽略');
    await wang.modal.getByText('请填写这一项').waitFor();
    await wang.tick('其他（请在说明中写明）');
    await wang.send('确认忽略');
    await wang.modal.getByText('选“其他”时请写明原因').waitFor();
    await wang.picture('ignore-refused');
    await wang.modal.getByRole('textbox', { name: /^说明/ }).fill('来电说明，正在更正');
    await wang.submit('确认忽略');
    await lei.reads('已忽略：来电说明，正在更正 · 只对 v1 有效 · 王敏');
    await lei.picture('ignored');
    await lei.press(/^撤销 #1/);
    await wang.button(/^忽略（本版） #1/).waitFor();
  });

  test('ignored for the report, and for the bureau until a day that must be given and lie ahead', async () => {
    const { wang, lei } = stage;
    await stage.post(redBanner(2013));
    await lei.press(/^忽略（本版） #1/);
    await lei.tick('机关已说明');
    await lei.tick('本报告以后的文件也忽略');
    await lei.submit('确认忽略');
    await wang.reads('已忽略：机关已说明 · 对本报告以后的文件也有效 · 李雷');
    await wang.press(/^撤销 #1/);
    await wang.press(/^忽略（本版） #1/);
    await wang.tick('检查规则有误（误报）');
    await wang.tick('该机关的这项检查，以后年度也忽略');
    await wang.modal.getByLabel('到期日').fill('');
    await wang.send('确认忽略');
    await wang.modal.getByText('请选择到期日').waitFor();
    await wang.modal.getByLabel('到期日').fill('2020-01-01');
    await wang.send('确认忽略');
    await wang.modal.getByText('到期日要在今天以后').waitFor();
    await wang.modal.getByLabel('到期日').fill('2099-12-31');
    await wang.submit('确认忽略');
    await lei.reads('已忽略：检查规则有误（误报） · 该机关的这项检查，至 2099-12-31 · 王敏');
    // A later year of the bureau is ignored when it comes, says so and until when, and can be opened again by itself.
    await stage.post(redBanner(2014));
    await lei.reads('该机关的这项检查，至 2099-12-31 · 王敏');
    await lei.reads('没有待核：已忽略 1 项');
    await wang.press(/^撤销 #1/);
    await lei.button(/^确认有误 #1/).waitFor();
  });

  test('snoozed by one, taken up again by the other', async () => {
    const { wang, lei } = stage;
    await stage.post(redBanner(2010));
    await wang.more('#1', '暂缓…');
    await wang.tick('14 天');
    await wang.picture('snooze');
    await wang.submit('确认暂缓');
    await lei.reads(/暂缓至 \d{4}-\d\d-\d\d · 王敏/);
    await lei.reads('暂缓 1');
    await lei.press(/^现在处理 #1/);
    await wang.button(/^确认有误 #1/).waitFor();
    await wang.more('#1', '暂缓…');
    await wang.tick('到新版本');
    await wang.submit('确认暂缓');
    await lei.reads('暂缓到新版本 · 王敏');
  });

  test('assigned to a colleague, the only one who is mentioned; it waits for that person in Home', async () => {
    const { wang, lei } = stage;
    const posted = await stage.post(redBanner(2009));
    await wang.more('#1', '指派…');
    await wang.choose('负责人', '韩梅');
    await wang.send('指派');
    await wang.modal.getByText('请指派别人').waitFor();
    await wang.choose('负责人', '李雷');
    await wang.picture('assign');
    await wang.submit('指派');
    await lei.reads('负责人 李雷');
    await lei.thread.locator('.mention.mine').filter({ hasText: '李雷' }).waitFor();
    await lei.goTo('govinfo');
    await lei.page.getByRole('tab', { name: '主页' }).click();
    const home = lei.page.locator('#home');
    await home.getByText('指派给我（1）').waitFor();
    await lei.picture('home');
    await home.getByRole('link', { name: '打开讨论' }).first().click();
    await lei.thread.locator(`[data-ts="${posted.ts}"]`).waitFor();
    expect(await lei.button(/^确认有误 #1/).count()).toBe(1);
  });

  test('a guest may look and read, and is told kindly that deciding is for others', async () => {
    const { wang } = stage;
    const posted = await stage.post(redBanner(2008));
    await wang.actAs('韩梅');
    await stage.show(wang, posted.ts);
    for (const name of [/^确认有误 #1/, /^忽略（本版） #1/, /^更正数据 #1/]) {
      await wang.press(name);
      await wang.told('访客只能查看，不能处理');
      expect(await wang.modal.count()).toBe(0);
    }
    await wang.more('#1', '检查说明');
    await wang.close();
    await wang.picture('guest');
    await wang.actAs('王敏');
  });
});
