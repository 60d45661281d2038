import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** The system's Chromium: `CHROMIUM_PATH`, or found on PATH. */
export const chromiumPath =
  process.env.CHROMIUM_PATH ||
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'chromium'))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });

/** Whether browser tests are skipped; in continuous integration a missing browser is a failure instead. */
export const noBrowser = !chromiumPath && !process.env.CI;
if (noBrowser) console.warn('浏览器测试已跳过：未找到 Chromium（apt-get install chromium fonts-noto-cjk）');

export const launch = (): Promise<Browser> =>
  chromium.launch({
    ...(chromiumPath && { executablePath: chromiumPath }),
    args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'],
  });
