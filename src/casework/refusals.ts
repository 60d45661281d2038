import { GovinfoError } from '../errors.ts';
import type { Act } from '../report/issue.ts';

/** What people are told when something cannot be done: one sentence in two languages. */
const refusal =
  <Values extends unknown[]>(code: `E-${string}`, words: (...values: Values) => [zh: string, en: string]) =>
  (...values: Values): GovinfoError => {
    const [zh, en] = words(...values);
    return new GovinfoError(code, { zh, en });
  };

export const unknownReport = refusal('E-REPORT-UNKNOWN', () => ['没有这份年报', 'there is no such report']);
export const unknownIssue = refusal('E-ISSUE-UNKNOWN', () => [
  '没有这一项（可能已被移除）',
  'there is no such issue (it may have been removed)',
]);
export const unknownNumber = refusal('E-ISSUE-UNKNOWN', (number: number) => [
  `本帖没有 #${number}`,
  `there is no #${number} in this thread`,
]);

export const guestOnlyReads = refusal('E-RIGHT', () => ['访客只能查看，不能处理', 'Guests may look but not decide']);
export const notAnEditor = refusal('E-RIGHT', (editors: string) => [
  `需要编辑权限，可请 ${editors}`,
  `this needs editing rights; please ask ${editors}`,
]);

export const editorsGone = refusal('E-RIGHT', () => [
  '编辑名单里的人都已离开，请工作区管理员在“设置”里另定',
  'everybody on the list of editors has left; please ask a workspace admin to name others in the settings',
]);

/** Somebody has decided already; `who` and the deed stand in the sentence. */
export const beaten = refusal('E-ISSUE-BEATEN', (first: Act, who: string, number: number) => {
  const [zh, en] = deeds[first.act] ?? ['处理', 'handled'];
  return [
    `${who} 刚刚已${zh} #${number}，请看最新状态`,
    `${who} just ${en} #${number}; please look at its present state`,
  ];
});

const deeds: Partial<Record<Act['act'], [zh: string, en: string]>> = {
  confirm: ['确认', 'confirmed'],
  ignore: ['忽略', 'ignored'],
  snooze: ['暂缓', 'snoozed'],
  reopen: ['重新打开', 'reopened'],
  assign: ['指派', 'assigned'],
  undo: ['撤销', 'took back'],
  correct: ['更正', 'corrected'],
};

export const cellBeaten = refusal('E-CELL-BEATEN', (who: string, value: number) => [
  `这一格刚被 ${who} 更正为 ${value}，请重新打开`,
  `${who} just corrected this cell to ${value}; please open the form again`,
]);
export const nothingToUndo = refusal('E-ACT-UNKNOWN', () => ['没有可以撤销的操作', 'there is nothing to take back']);
export const noteTooLong = refusal('E-NOTE-LONG', (most: number) => [
  `说明最多 ${most} 字`,
  `please keep the explanation under ${most} characters`,
]);
export const noteNeeded = refusal('E-NOTE-MISSING', () => [
  '选“其他”时请写明原因',
  'please write down the reason when choosing “other”',
]);
export const dayNeeded = refusal('E-DAY-MISSING', () => ['请选择到期日', 'please choose an end date']);
export const dayPast = refusal('E-DAY-PAST', () => ['到期日要在今天以后', 'the end date must lie after today']);
export const reasonNeeded = refusal('E-NOTE-MISSING', () => ['请写明原因', 'please write down the reason']);
export const bureauNeeded = refusal('E-BUREAU-MISSING', () => ['请选择机关', 'please choose a bureau']);
export const adminNeeded = refusal('E-RIGHT', () => [
  '对全部年报有效的改动，请工作区管理员来做',
  'what holds for all reports is for an administrator of the workspace to change',
]);
export const badDecision = refusal('E-DECISION', () => ['没有看懂要做什么', 'it is not clear what is to be done']);
export const unclearDeed = refusal('E-DECISION', (number: number) => [
  `要对 #${number} 做什么？可以写：#${number} 确认、#${number} 忽略 机关已说明、#${number} 更正 12 读错、#${number} 指派 @某人、#${number} 暂缓 7天、看原文 #${number}`,
  `what is to be done about #${number}? For example: #${number} confirm, #${number} ignore false alarm, #${number} correct 12 misread, #${number} assign @someone, #${number} snooze 7 days, source #${number}`,
]);
export const notANumber = refusal('E-NUMBER', () => ['请填一个数', 'please enter a number']);
export const notWhole = refusal('E-NUMBER', () => ['件数应是不小于 0 的整数', 'counts are whole numbers of 0 or more']);
export const cannotLookAfter = refusal('E-ASSIGNEE', (who: string) => [
  `${who} 已离开或只能查看，请指派别人`,
  `${who} has left or may only look; please choose somebody else`,
]);
export const waitingVersion = refusal('E-VERSION', (version: number) => [
  `没有 v${version}`,
  `there is no v${version}`,
]);
export const rosterChanged = refusal('E-ROSTER-CHANGED', () => [
  '名单后来又改过，不能撤销这一次',
  'the roster was changed again since; this change cannot be taken back',
]);
export const nothingConfirmed = refusal('E-LETTER', () => [
  '还没有已确认的事项；先在帖子里“确认有误”',
  'nothing is confirmed yet; press “Confirm error” in the thread first',
]);
export const badBureau = refusal('E-BUREAU', () => [
  '请写机关全称，带上所在地，例如“金凤区统计局”',
  'please give the full name of the body with its place, for example 金凤区统计局',
]);
export const badYear = refusal('E-YEAR', (latest: number) => [
  `请填 2008 到 ${latest} 之间的四位年份`,
  `please enter a year of four digits from 2008 to ${latest}`,
]);
export const unknownQuestion = refusal('E-QUESTION-UNKNOWN', () => [
  '这条询问已失效，请重新上传文件',
  'this question is no longer open; please upload the file again',
]);
export const alreadyFiled = refusal('E-FILED', (who: string, name: string) => [
  `${who} 刚刚已归入“${name}”，请看最新状态`,
  `${who} just filed it as ${name}; please look at its present state`,
]);
export const filedElsewhere = refusal('E-FILED', (name: string) => [
  `这份文件已归入“${name}”，不再重复归入`,
  `this very file is filed as ${name} already`,
]);
export const notFiledByHand = refusal('E-FILED', () => ['这份年报没有可撤销的归属', 'there is no filing to take back']);
export const nothingFailed = refusal('E-RETRY', () => [
  '这些文件已经读出来了，请看最新的回复',
  'these files have been read by now; please look at the latest replies',
]);
export const batchForgotten = refusal('E-BATCH', () => [
  '这批文件的记录已过期，请在各自的帖子里处理，或重新上传',
  'what was kept about these files has expired; please go by their own threads, or upload them again',
]);
export const outdated = refusal('E-BUTTON', () => [
  '这个按钮来自旧版本，请用最新的消息',
  'this button comes from an older version; please use the latest message',
]);
