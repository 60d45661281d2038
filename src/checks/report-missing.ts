import type { Words } from '../errors.ts';
import { kindOfBody, type Owed } from '../report/neighbours.ts';
import { defineCheck, notAssessed, type Raised, type Subject, type Unsettled } from './define-check.ts';
import { example } from './example.ts';
import { deadlineOf } from './published-late.ts';
import { cut } from './wording.ts';

const owed = (name: string, bureauKey: string, filed = true): Owed => ({ name, bureauKey, filed, figures: {} });
const self = owed('示例区卫生健康局', '640199:卫生健康局');
const below = [
  owed('示例区教育局', '640199:教育', false),
  owed('示例区民政局', '640199:民政'),
  owed('示例区红星镇人民政府', '640199:红星镇', false),
];
const government = (arrivedOn: string, roster?: readonly Owed[]) =>
  example('2021', {
    report: { bureau: '示例区人民政府', bureauKey: '640199:人民政府' },
    subject: { arrivedOn, ...(roster && { roster }) },
  });
const own = (arrivedOn: string, years: readonly number[], roster: readonly Owed[] = [self]) =>
  example('2021', { subject: { arrivedOn, years, roster } });

export default defineCheck({
  id: 'report-missing',
  title: { zh: '缺报', en: 'Not yet in' },
  severity: 'note',
  tags: ['years'],
  docs: {
    zh: '名单上的机关过了期限仍没有报告入库：看本机关最近一份之后各年，以及本级政府报告到达时同年度的下属机关。依据是条例第四十九条的期限和本团队的应报名单。可用“缺报”列出全部并催报。以报告到达之日为准，之后新到的机关在再次查看时更新；乡镇街道不在该条之内，不列。',
    en: 'A body on the roster has no report in the store after its deadline: the years after the latest report of this body and, when a government’s report comes in, the bodies below it in the same year. Article 49 sets the deadlines, the team’s list says who owes a report. Ask “missing” for all of them and send reminders. It goes by the day the report came in and is renewed at the next look; towns and street offices are not named there and not listed.',
  },
  *run(subject) {
    const { year, bureauKey } = subject.report;
    if (year === null || bureauKey === null) return;
    if (!subject.roster) {
      yield notAssessed('no-roster', '没有应报名单', 'There is no list of the bureaus that owe a report');
      return;
    }
    if (!subject.arrivedOn) return;
    if (subject.roster.some((body) => body.bureauKey === bureauKey)) yield* laterYears(subject, subject.arrivedOn);
    if (kindOfBody(bureauKey) === '人民政府') yield* sameYear(subject, subject.arrivedOn);
  },
  valid: () => [
    own('2022-12-01', [2020, 2021]),
    // a later report is there: what is missing before it is a gap, and said once
    own('2026-02-20', [2021, 2025]),
    // not on the list
    own('2026-02-20', [2021], []),
    // the next deadline is not over yet
    own('2023-01-31', [2021]),
    government('2022-01-20', below),
  ],
  invalid: () => [
    {
      subject: own('2024-02-20', [2020, 2021]),
      says: ['本机关在应报名单上，2022、2023 年度的报告已过期限，尚未入库'],
    },
    {
      subject: government('2022-03-10', below),
      says: ['应报名单上的下属机关 2 个，其中 1 个 2021 年度的报告已过期限，尚未入库：示例区教育局'],
    },
  ],
  unassessable: () => [{ subject: government('2022-03-10'), code: 'no-roster' }],
});

const isPast = (bureau: string, year: number, day: string): boolean => {
  const deadline = deadlineOf({ bureau, year });
  return deadline !== undefined && day > deadline;
};

/** Years after the latest report of the body itself; earlier gaps are told by another check. */
function* laterYears({ report, years = [] }: Subject, day: string): Iterable<Raised | Unsettled> {
  const { bureau, year } = report;
  if (bureau === null || years.some((other) => other > year!)) return;
  const missing: number[] = [];
  for (let next = year! + 1; isPast(bureau, next, day); next++) missing.push(next);
  if (missing.length) yield raise('years', lateYears(missing));
}

const lateYears = (years: readonly number[]): Words => ({
  zh: `本机关在应报名单上，${years.join('、')} 年度的报告已过期限，尚未入库`,
  en: `This body is on the roster; its ${years.length === 1 ? 'report' : 'reports'} of ${years.join(', ')} ${years.length === 1 ? 'is' : 'are'} past the deadline and not in the store`,
});

/** The bodies that a government answers for, in the year of its report. */
function* sameYear({ report, roster = [] }: Subject, day: string): Iterable<Raised | Unsettled> {
  const due = roster.filter(({ name, bureauKey }) => bureauKey !== report.bureauKey && isPast(name, report.year!, day));
  const missing = due.filter(({ filed }) => !filed);
  if (!missing.length) return;
  const names = cut(missing.map(({ name }) => ({ zh: name, en: name })));
  yield raise('subordinates', {
    zh: `应报名单上的下属机关 ${due.length} 个，其中 ${missing.length} 个 ${report.year} 年度的报告已过期限，尚未入库：${names.zh}`,
    en: `Of ${due.length} bodies below this government on the roster, ${missing.length} ${missing.length === 1 ? 'has' : 'have'} no report of ${report.year} in the store after the deadline: ${names.en}`,
  });
}

const raise = (slot: string, message: Words): Raised => ({ cells: [], slot, message });
