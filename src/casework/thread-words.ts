import type { IgnoreReason } from '../report/issue.ts';
import { numberIn } from './correct.ts';
import type { Decided } from './decide.ts';

/** What a person asks for in a thread: `#1 确认`, `#2 忽略 机关已说明：…`, `看原文 #1`. */
export interface ThreadWords {
  number: number;
  /** `form`: something was left out that only a form can ask for; `open`: a window. */
  deed:
    | { kind: 'decide'; decision: Decided }
    | { kind: 'correct'; value: string; basis: 'misread' | 'answered'; note?: string }
    | { kind: 'undo' }
    | { kind: 'form'; form: 'ignore' | 'snooze' | 'assign' | 'correct' }
    | { kind: 'open'; window: 'source' | 'history' | 'explain' }
    /** The words begin with an issue and say nothing that can be done about it. */
    | { kind: 'unclear' };
}

const verbs: readonly (readonly [verb: string, words: RegExp])[] = [
  ['source', /^(?:看?原文|see source|source)/i],
  ['confirm', /^(?:确认(?:有误)?|confirm(?: error)?)/i],
  ['ignore', /^(?:忽略|ignore)/i],
  ['snooze', /^(?:暂缓|snooze)/i],
  ['reopen', /^(?:重新打开|重开|现在处理|reopen)/i],
  ['undo', /^(?:撤销|undo)/i],
  ['assign', /^(?:指派(?:给)?|assign(?: to)?)/i],
  ['correct', /^(?:更正(?:数据)?|改为|correct)/i],
  ['history', /^(?:历史|history)/i],
  ['explain', /^(?:检查说明|说明|explain)/i],
];

const reasons: readonly (readonly [IgnoreReason, RegExp])[] = [
  ['explained', /^(?:机关)?已说明|^explained(?: by the bureau)?/i],
  ['not-applicable', /^不适用(?:于该机关)?|^not applicable/i],
  ['check-wrong', /^(?:检查规则有误|误报)|^(?:the )?check is wrong|^false alarm/i],
  ['other', /^其他|^other/i],
];

/** Words to a deed, or nothing where they name no issue and no deed: then they are a question like any other. */
export function threadWords(text: string, today: string): ThreadWords | undefined {
  const plain = text.normalize('NFKC').trim();
  const [found, sign, word] = /#(\d{1,15})(?!\d)|第\s*(\d{1,4})\s*项/.exec(plain) ?? [];
  const number = Number(sign ?? word);
  if (!found) return undefined;
  const rest = plain.replace(found, ' ').trim();
  const verb = verbs.find(([, words]) => words.test(rest));
  if (!verb) return plain.startsWith(found) ? { number, deed: { kind: 'unclear' } } : undefined;
  const said = rest
    .replace(verb[1], '')
    .replace(/^[\s:,，。]+/, '')
    .trim();
  return { number, deed: deedOf(verb[0], said, today) };
}

function deedOf(verb: string, said: string, today: string): ThreadWords['deed'] {
  switch (verb) {
    case 'confirm':
      return { kind: 'decide', decision: { act: 'confirm', ...(said && { note: said }) } };
    case 'reopen':
      return { kind: 'decide', decision: { act: 'reopen', ...(said && { note: said }) } };
    case 'ignore':
      return ignoring(said);
    case 'snooze':
      return snoozing(said, today);
    case 'assign': {
      const [, to] = /<@([UW][A-Z0-9]+)/.exec(said) ?? [];
      return to ? { kind: 'decide', decision: { act: 'assign', to } } : { kind: 'form', form: 'assign' };
    }
    case 'correct':
      return correcting(said);
    case 'undo':
      return { kind: 'undo' };
    default:
      return { kind: 'open', window: verb as 'source' | 'history' | 'explain' };
  }
}

function ignoring(said: string): ThreadWords['deed'] {
  const reason = reasons.find(([, words]) => words.test(said));
  if (!reason) return { kind: 'form', form: 'ignore' };
  const note = said
    .replace(reason[1], '')
    .replace(/^[\s:,，。]+/, '')
    .trim();
  if (reason[0] === 'other' && !note) return { kind: 'form', form: 'ignore' };
  return { kind: 'decide', decision: { act: 'ignore', reason: reason[0], ...(note && { note }) } };
}

function snoozing(said: string, today: string): ThreadWords['deed'] {
  const [, days] = /^(\d{1,3})\s*(?:天|days?)?$/i.exec(said) ?? [];
  const [day] = /^\d{4}-\d{2}-\d{2}$/.exec(said) ?? [];
  const until = /新版本|new version/i.test(said)
    ? 'version'
    : (day ?? (days && new Date(Date.parse(today) + Number(days) * 86_400_000).toISOString().slice(0, 10)));
  return until ? { kind: 'decide', decision: { act: 'snooze', until } } : { kind: 'form', form: 'snooze' };
}

function correcting(said: string): ThreadWords['deed'] {
  const [value = '', ...words] = said.split(/\s+/);
  const reason = words.join(' ');
  const basis = /读错|misread/i.test(reason) ? 'misread' : /答复|answer/i.test(reason) ? 'answered' : undefined;
  if (numberIn(value) === undefined || !basis) return { kind: 'form', form: 'correct' };
  const note = reason.replace(/^(?:按机关答复|机关答复|答复|读错了?|misread|answered?)[\s:,，。]*/i, '');
  return { kind: 'correct', value, basis, ...(note && { note }) };
}
