import { expect, test } from 'vitest';
import { opener } from '../../src/workspace/open-browser.ts';

test('the page is opened where somebody sits at a screen, and nowhere else', () => {
  expect(opener('linux', {})).toBeUndefined();
  expect(opener('linux', { DISPLAY: ':0' })).toEqual(['xdg-open']);
  expect(opener('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toEqual(['xdg-open']);
  expect(opener('linux', { DISPLAY: ':0', CI: 'true' })).toBeUndefined();
  expect(opener('darwin', {})).toEqual(['open']);
  expect(opener('win32', { CI: '1' })).toBeUndefined();
});
