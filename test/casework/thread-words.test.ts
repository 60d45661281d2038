import { describe, expect, test } from 'vitest';
import { numberSpokenOf } from '../../src/casework/notes.ts';
import { threadWords } from '../../src/casework/thread-words.ts';

const said = (text: string) => threadWords(text, '2026-11-22');

describe('words in a thread', () => {
  test.each([
    ['#1 确认', 1, { kind: 'decide', decision: { act: 'confirm' } }],
    ['确认 ＃１', 1, { kind: 'decide', decision: { act: 'confirm' } }],
    [
      '#2 忽略 机关已说明：来函答复',
      2,
      { kind: 'decide', decision: { act: 'ignore', reason: 'explained', note: '来函答复' } },
    ],
    ['第2项 忽略 误报', 2, { kind: 'decide', decision: { act: 'ignore', reason: 'check-wrong' } }],
    ['#2 忽略', 2, { kind: 'form', form: 'ignore' }],
    ['#2 忽略 其他', 2, { kind: 'form', form: 'ignore' }],
    ['#1 更正 12 读错', 1, { kind: 'correct', value: '12', basis: 'misread' }],
    ['#1 更正 12 按机关答复 来函第3号', 1, { kind: 'correct', value: '12', basis: 'answered', note: '来函第3号' }],
    ['#1 更正 十二 读错', 1, { kind: 'form', form: 'correct' }],
    ['#1 指派 <@U0LILEI>', 1, { kind: 'decide', decision: { act: 'assign', to: 'U0LILEI' } }],
    ['#1 暂缓 14天', 1, { kind: 'decide', decision: { act: 'snooze', until: '2026-12-06' } }],
    ['#1 暂缓 到新版本', 1, { kind: 'decide', decision: { act: 'snooze', until: 'version' } }],
    ['#3 undo', 3, { kind: 'undo' }],
    ['看原文 #1', 1, { kind: 'open', window: 'source' }],
    ['#0 确认', 0, { kind: 'decide', decision: { act: 'confirm' } }],
    ['#999999999999 确认', 999_999_999_999, { kind: 'decide', decision: { act: 'confirm' } }],
    ['#1', 1, { kind: 'unclear' }],
    ['#1 这个数问过了', 1, { kind: 'unclear' }],
  ])('%s', (text, number, deed) => expect(said(text)).toEqual({ number, deed }));

  test.each(['处罚 2021', '和 #1 有关的机关', '金凤区 2021'])('%s is a question', (text) =>
    expect(said(text)).toBeUndefined(),
  );
});

test('a reply speaks of an issue only where it begins with its number', () => {
  expect(['#2 已问', '＃2已问', '第2项：已问'].map(numberSpokenOf)).toEqual([2, 2, 2]);
  expect(['2 已问', '见 #2', '#20211 号', '# 2'].map(numberSpokenOf)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
