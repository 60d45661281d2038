/** What words ask of a check: `检查 licences-zero 关闭 金凤区卫健局 至 2026-12-31 原因：许可已划转`. */
export interface SwitchWords {
  check: string;
  to: 'off' | 'lower' | 'on';
  /** Said in so many words; else it is the bureau named in `place`, or the channel it is said in. */
  reach?: 'channel' | 'everywhere';
  /** What is left: words that may name a bureau. */
  place: string;
  /** `YYYY-MM-DD`. */
  until?: string;
  reason?: string;
}

const id = '(?<check>[a-z]+(?:-[a-z]+)+)';
const verbs: readonly (readonly [SwitchWords['to'], string])[] = [
  ['lower', '调低|降低|降级|turn down|lower'],
  ['off', '关闭|关掉|关|停用|turn off|off'],
  ['on', '恢复|打开|开启|重新打开|turn on|on'],
];
const asked = verbs.map(
  ([to, words]) =>
    [
      to,
      new RegExp(
        `^(?:检查|规则|checks?)?\\s*${id}\\s*(?:${words})(?![a-z])(?<rest>.*)$|^(?:${words})\\s*(?:检查|规则|checks?)?\\s*${id.replace('check', 'later')}(?<after>.*)$`,
        'isu',
      ),
    ] as const,
);
const day = /(?:直?[至到]|until|till)\s*(?<year>\d{4})[-年/.](?<month>\d{1,2})[-月/.](?<day>\d{1,2})日?/iu;
const days = /(?:为期)?(?<days>\d{1,3})\s*(?:天|日内|days?)/iu;
const why = /(?:原因|理由|因为|because|reason)\s*(?:是|为|[:：])?\s*(?<reason>.+)$/isu;
const here = /本频道|这个频道|this channel/iu;
const everywhere = /全部年报|所有年报|全部|全局|everywhere|all reports/iu;

/** Words to a wish, or nothing where they are a question like any other; `today` is `YYYY-MM-DD`. */
export function switchWords(text: string, today: string): SwitchWords | undefined {
  const plain = text.normalize('NFKC').trim();
  for (const [to, pattern] of asked) {
    const found = pattern.exec(plain)?.groups;
    if (!found) continue;
    const check = (found.check ?? found.later)!.toLowerCase();
    return { check, to, ...wishIn(found.rest ?? found.after ?? '', today) };
  }
  return undefined;
}

function wishIn(rest: string, today: string): Omit<SwitchWords, 'check' | 'to'> {
  const reason = why.exec(rest)?.groups?.reason?.trim();
  const terms = rest.replace(why, ' ');
  // The end date may also stand behind the reason.
  const until = untilIn(terms, today) ?? (reason && untilIn(reason, today));
  const place = terms.replace(day, ' ').replace(days, ' ').replace(here, ' ').replace(everywhere, ' ');
  const left = reason?.replace(day, '').replace(/[,，;；。\s]+$/u, '');
  return {
    ...(here.test(terms)
      ? { reach: 'channel' as const }
      : everywhere.test(terms)
        ? { reach: 'everywhere' as const }
        : {}),
    place: place.replace(/[,，;；。:：\s]+/gu, ' ').trim(),
    ...(until && { until }),
    ...(left && { reason: left }),
  };
}

function untilIn(text: string, today: string): string | undefined {
  const named = day.exec(text)?.groups;
  if (named) return [named.year, named.month!.padStart(2, '0'), named.day!.padStart(2, '0')].join('-');
  const count = days.exec(text)?.groups?.days;
  return count && new Date(Date.parse(today) + Number(count) * 86_400_000).toISOString().slice(0, 10);
}
