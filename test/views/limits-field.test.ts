import { expect, test } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { limitNames, limitsIn, limitsText } from '../../src/views/limits-field.ts';

test('every check that is off until a line is set takes one', () => {
  const off = checks.filter(({ tags }) => tags.includes('plausibility')).map(({ title }) => title.zh);
  expect(limitNames('zh')).toEqual(off);
});

test('lines read back as they are shown, in both languages', () => {
  const limits = {
    'backlog-share': 0.2,
    'disclosure-rate': 0.335,
    'documents-never-repealed': 100,
    'all-tables-zero': 0,
  };
  expect(limitsText(limits, 'zh')).toBe('实质公开率 33.5%\n结转占比 20%\n只进不出 100\n三表全零 开');
  for (const locale of ['zh', 'en'] as const) expect(limitsIn(limitsText(limits, locale))).toEqual({ limits });
});

test.each([
  ['结转占比：20％', { limits: { 'backlog-share': 0.2 } }],
  ['backlog-share 0.2\n\n', { limits: { 'backlog-share': 0.2 } }],
  ['', { limits: {} }],
  ['结转占比 很高', { misread: '结转占比 很高' }],
  ['结转占比 20', { misread: '结转占比 20' }],
  ['只进不出 10%', { misread: '只进不出 10%' }],
  ['收办平衡 10%', { misread: '收办平衡 10%' }],
])('“%s” is read as %j', (text, read) => expect(limitsIn(text)).toEqual(read));
