import { spawn } from 'node:child_process';

/** What shows an address in the person's browser; nothing where there is no screen, or where a machine runs the app. */
export function opener(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] | undefined {
  if (env.CI) return undefined;
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open'] : undefined;
}

/** Opens the page once. That there is no browser is no failure: the address was printed. */
export function openBrowser(url: string): void {
  const [command, ...words] = opener(process.platform, process.env) ?? [];
  if (!command) return;
  const child = spawn(command, [...words, url], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
