import { execFileSync } from 'node:child_process';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const root = join(import.meta.dirname, '../..');

/** Chromium by `CHROMIUM_PATH`, else the first of its usual names on the PATH. */
function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const usual = ['chromium', 'chromium-browser', 'google-chrome'];
  const candidates = named ? [named] : usual.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find(canRun);
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const path = findChromium();

/** Whether browser tests can run here. Where `CI` is set they must: a missing browser fails them. */
export const browserMissing = path === undefined && !process.env.CI;
if (browserMissing) console.log('浏览器测试已跳过：未找到 Chromium（apt-get install chromium fonts-noto-cjk）');

export async function openBrowser(): Promise<Browser> {
  if (!path) throw new Error('no Chromium: set CHROMIUM_PATH, or apt-get install chromium fonts-noto-cjk');
  execFileSync(process.execPath, [join(root, 'scripts/build-page.mjs')]);
  return chromium.launch({
    executablePath: path,
    args: ['--no-sandbox', '--disable-background-networking', '--no-first-run', '--disable-gpu'],
  });
}

/** Where screenshots of a test run go; not kept in the repository. */
export function pictures(): string {
  const folder = join(root, 'test-output');
  mkdirSync(folder, { recursive: true });
  return folder;
}
