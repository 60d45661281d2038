import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { pictures } from './browser.ts';

/** Runs in the browser: what a mouse does that lets go of files over an element. */
const dropping = `({ packed, onto }) => {
  const data = new DataTransfer();
  for (const { name, type, bytes } of packed) data.items.add(new File([new Uint8Array(bytes)], name, { type }));
  const target = document.querySelector(onto);
  const { left, top, width, height } = target.getBoundingClientRect();
  const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, cancelable: true };
  for (const kind of ['dragenter', 'dragover', 'drop'])
    target.dispatchEvent(new DragEvent(kind, { ...at, dataTransfer: data }));
}`;

/** The local workspace's page, in the words of a person who uses it. */
export class WorkspacePage {
  readonly page: Page;
  /** Errors the page threw or logged; a good run leaves this empty. */
  readonly errors: string[];

  private constructor(page: Page) {
    this.page = page;
    this.errors = [];
    page.on('pageerror', (error) => this.errors.push(error.message));
    page.on('console', (line) => {
      if (line.type() === 'error') this.errors.push(line.text());
    });
  }

  static async open(browser: Browser, url: string, size = { width: 1280, height: 800 }): Promise<WorkspacePage> {
    const context = await browser.newContext({ viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    context.setDefaultTimeout(20_000);
    const opened = new WorkspacePage(await context.newPage());
    await opened.page.goto(url);
    await opened.ready();
    return opened;
  }

  async ready(): Promise<void> {
    await this.page.locator('body.ready').waitFor();
  }

  get channel(): Locator {
    return this.page.locator('#messages');
  }

  get thread(): Locator {
    return this.page.locator('#thread');
  }

  get modal(): Locator {
    return this.page.locator('dialog.modal');
  }

  get field(): Locator {
    return this.page.locator('#write');
  }

  message(text: string | RegExp, within: Locator = this.page.locator('main')): Locator {
    return within.locator('.message').filter({ hasText: text }).last();
  }

  /** On a telephone the list of rooms is behind a button. */
  async openSidebar(): Promise<void> {
    const button = this.page.locator('#head .only-narrow');
    if (!(await this.page.locator('.whoami').isVisible())) await button.click();
  }

  async goTo(room: string): Promise<void> {
    await this.openSidebar();
    const name = this.page.locator('#sidebar .room-name').getByText(room, { exact: true });
    await name.click();
  }

  /** Types and sends with Enter, as a person does. */
  async write(text: string, field: Locator = this.field): Promise<void> {
    await field.fill(text);
    await field.press('Enter');
  }

  async reply(text: string): Promise<void> {
    await this.write(text, this.page.locator('#reply'));
  }

  async openThread(of: string | RegExp): Promise<void> {
    await this.message(of).locator('.replies').click();
    await this.thread.waitFor();
  }

  /** Chooses in a menu of the open form, by typing as a person does. */
  async choose(label: string, option: string): Promise<void> {
    const field = this.modal.getByRole('combobox', { name: label });
    await field.fill(option);
    await this.modal.getByRole('option', { name: option, exact: true }).click();
  }

  /** Drops files onto an element as a mouse does, and waits until they are up. */
  async drop(files: { name: string; type?: string; content: string | Buffer }[], onto = '#talk'): Promise<void> {
    const packed = files.map(({ name, type = '', content }) => ({ name, type, bytes: [...Buffer.from(content)] }));
    await this.page.evaluate(`(${dropping})(${JSON.stringify({ packed, onto })})`);
    await this.page
      .locator('.chip')
      .nth(files.length - 1)
      .waitFor();
    await this.page.locator('.chip progress').first().waitFor({ state: 'detached' });
  }

  /** The button of this name in the thread, as it is read out: `确认有误 #1 …`. */
  button(name: string | RegExp): Locator {
    return this.thread.getByRole('button', { name }).first();
  }

  async press(name: string | RegExp): Promise<void> {
    await this.button(name).click();
  }

  /** Takes back what was decided: the button goes once the thread says so, and until then a menu may be drawn anew. */
  async takeBack(name: RegExp): Promise<void> {
    await this.press(name);
    await this.button(name).waitFor({ state: 'hidden' });
  }

  /** Chooses in the menu behind `⋯` of the block that holds these words. */
  async more(words: string | RegExp, item: string, within: Locator = this.thread): Promise<void> {
    const block = within.locator('.section:has(.overflow), .section:has(+ .actions .overflow)');
    const issue = block.filter({ hasText: words }).last();
    await issue.locator('.overflow').or(issue.locator('+ .actions .overflow')).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  async tick(option: string): Promise<void> {
    await this.modal.getByText(option, { exact: true }).click();
  }

  /** Presses a button of the open form. */
  async send(button: string): Promise<void> {
    await this.modal.getByRole('button', { name: button }).click();
  }

  /** Closes the window on top. */
  async close(): Promise<void> {
    const open = await this.modal.elementHandle();
    await this.modal.locator('header .icon-button').last().click();
    await open?.waitForElementState('hidden');
  }

  /** Sends the form, which is taken and closes. */
  async submit(button: string): Promise<void> {
    await this.send(button);
    await this.modal.waitFor({ state: 'detached' });
  }

  /** Waits for words that only this person sees. */
  async told(words: string | RegExp): Promise<void> {
    await this.page.locator('.message.ephemeral').filter({ hasText: words }).first().waitFor();
  }

  /** Waits for words in the thread. */
  async reads(words: string | RegExp, within: Locator = this.thread): Promise<void> {
    await within.getByText(words).first().waitFor();
  }

  async actAs(name: string): Promise<void> {
    await this.openSidebar();
    await this.page.locator('.whoami').click();
    await this.page.getByRole('menuitem', { name }).click();
    await this.page.locator('.whoami').filter({ hasText: name }).waitFor({ state: 'attached' });
  }

  async picture(name: string): Promise<void> {
    await this.page.screenshot({ path: join(pictures(), `${name}.png`) });
  }
}
