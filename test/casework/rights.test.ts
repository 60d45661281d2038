import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { correct } from '../../src/casework/correct.ts';
import { decide } from '../../src/casework/decide.ts';
import type { CaseName } from '../../src/casework/find-case.ts';
import { keepNote } from '../../src/casework/notes.ts';
import type { Office } from '../../src/casework/office.ts';
import { changeRoster, undoRoster } from '../../src/casework/roster.ts';
import { changeSettings, settingsOf } from '../../src/casework/settings.ts';
import { restoreCheck, turnCheck } from '../../src/casework/switches.ts';
import { undo } from '../../src/casework/undo.ts';
import { adopt } from '../../src/casework/versions.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import { sourceFile } from '../../src/parsing/intake/source-file.ts';
import { settingsSchema } from '../../src/report/channel-settings.ts';
import { review } from '../../src/review.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';

const channel = 'C1';
const thread = '1.1';
const words = readFileSync(join(import.meta.dirname, '../../samples/红旗区卫生健康委员会2022.txt'), 'utf8');
const bytes = Buffer.from(words.replace('（七）总计 0 0 0 0 0 0 0', '（七）总计 0 0 0 0 0 0 3'));

let store: Store;
let office: Office;
let name: CaseName;
beforeEach(async () => {
  store = await openStore('memory:', { recheck: runChecks });
  office = {
    store,
    now: () => new Date(),
    colleague: async (user) => ({ name: user, guest: user === 'guest', admin: user === 'admin', gone: false }),
    maySee: (user) => user !== 'stranger',
  };
  const file = sourceFile('a.txt', bytes);
  const { stored } = await store.reports.save({
    entry: await review(file),
    file: { name: file.name, sha256: file.sha256, size: bytes.length },
    origin: { scope: 'channel', team: 'T1', channel, thread },
    arrivedAt: new Date().toISOString(),
  });
  const { bureauKey, year } = stored;
  const { issues } = (await store.cases.get({ bureauKey, year }))!;
  name = { bureauKey, year, number: issues[0]!.number, version: 1 };
  await changeSettings(office, 'editor', channel, settingsSchema.parse({ editors: ['editor', 'guest'] }));
});
afterEach(() => store.close());

const inAYear = new Date(Date.now() + 300 * 24 * 3600 * 1000).toISOString().slice(0, 10);
const place = { team: 'T1', channel };
/** Everything that a person can change, each as a window or a click would order it. */
const deeds: Record<string, (by: string) => Promise<unknown>> = {
  confirm: (by) => decide(office, by, name, { act: 'confirm' }),
  ignore: (by) => decide(office, by, name, { act: 'ignore', reason: 'check-wrong' }),
  assign: (by) => decide(office, by, name, { act: 'assign', to: by }),
  undo: (by) => undo(office, by, name),
  correct: (by) => correct(office, by, name, { values: { 'applications.concluded.total': '0' }, basis: 'misread' }),
  adopt: (by) => adopt(office, by, name),
  roster: (by) => changeRoster(office, { by, ...place }, { names: ['红旗区教育局'], file: 'a.csv' }, 'replace'),
  'undo of a roster': (by) => undoRoster(office, { by, ...place }, 'change'),
  settings: (by) => changeSettings(office, by, channel, settingsSchema.parse({ editors: [by] })),
  'switching a check': (by) =>
    turnCheck(office, by, {
      check: 'applications-balance',
      to: 'off',
      reach: 'channel',
      channel,
      reason: '试',
      until: inAYear,
    }),
  'switching it on again': (by) => restoreCheck(office, by, 'x', channel),
};

// The guest is named an editor, by mistake: a guest only reads all the same.
test.each(Object.entries(deeds))(
  '%s is refused to a guest and to who is no editor, and nothing changes',
  async (_, deed) => {
    const before = await everything();
    for (const by of ['guest', 'colleague'] as const)
      await expect(deed(by), by).rejects.toMatchObject({ code: 'E-RIGHT' });
    expect(await everything()).toEqual(before);
  },
);

test.each(['confirm', 'undo', 'correct', 'adopt'])(
  '%s tells who may not see a report that there is none',
  async (deed) => {
    await expect(deeds[deed]!('stranger')).rejects.toMatchObject({ code: 'E-REPORT-UNKNOWN' });
  },
);

test('a note of a guest is kept nowhere', async () => {
  const before = await everything();
  await keepNote(office, { channel, thread, ts: '1.2', text: '#1 看过了', by: 'guest' }).catch(() => undefined);
  expect(await everything()).toEqual(before);
});

test('an editor may', async () => {
  await deeds.confirm!('editor');
  expect((await store.cases.get(name))!.issues.find(({ number }) => number === name.number)!.state).toBe('confirmed');
});

const everything = async () => ({
  acts: (await store.cases.get(name))!.acts,
  settings: await settingsOf(store, channel),
  switches: await store.switches.list(),
});
