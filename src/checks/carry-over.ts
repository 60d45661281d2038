import type { Address, Report } from '../report/report.ts';
import { numberAt, numbersAt } from './cells/values.ts';
import { defineCheck, notAssessed } from './define-check.ts';
import { example, lastYears, row } from './example.ts';
import { lastYear } from './others/last-year.ts';
import { applicationSums } from './sums/sum-findings.ts';
import { wholeText } from './text-of.ts';

const into: Address = 'applications.carriedIn.total';
const out: Address = 'applications.carriedOut.total';

/** Bodies that were merged, or took duties over, also take over requests of others. */
const merged =
  /机构改革(?!信息|方案|政策|文件|内容)|机构合并|(?:合并|新)组建|[并划转]入我|职[能责责任]{1,2}(?:划转|划入|划出|整合|调整)|撤并[^。]{0,12}[局委办镇乡]|撤销(?!我|本)[^，。；]{0,10}[局委办镇乡](?=[，。；、并]|设立|组建|建制)/;

const isMended = (report: Report, cell: Address, value: number): boolean => {
  const { suspect } = applicationSums(report);
  return suspect?.cell === cell && suspect.proposed === value;
};

export default defineCheck({
  id: 'carry-over',
  title: { zh: '结转衔接', en: 'Carried over from last year' },
  severity: 'error',
  tags: ['reconciliation', 'years'],
  docs: {
    zh: '本年表三的上年结转，等于上年报告的结转下年度。两份报告说的是同一批申请。核对哪一年填错；正文提到机构合并、职能划转的不判断。任一边空白或上年报告未入库时不判断。',
    en: 'What table 3 carries in equals what last year’s report carried out. Both reports speak of the same requests. Look up which year is wrong; undecided where the text speaks of a merger or of duties that moved. Undecided where one side is blank or last year’s report is not stored.',
  },
  *run(subject) {
    const previous = lastYear(subject);
    if ('notAssessed' in previous) {
      yield previous;
      return;
    }
    const { report } = subject;
    const [own, theirs] = [numbersAt(report, [into]), numbersAt(previous, [out])];
    if (!Array.isArray(own) || !Array.isArray(theirs)) {
      yield Array.isArray(own) ? (theirs as Exclude<typeof theirs, number[]>) : own;
      return;
    }
    if (own[0] === theirs[0]) return;
    // The sums of one of the two tables say already which cell is wrong and that it should read so.
    if (isMended(report, into, theirs[0]!) || isMended(previous, out, own[0]!)) {
      yield {
        tolerated: {
          zh: `上年结转 ${own[0]} 件与上年报告 ${theirs[0]} 件不同，差在勾稽已指出的一格`,
          en: `${own[0]} carried in against ${theirs[0]} last year: the difference lies in the cell that the sums name already`,
        },
      };
      return;
    }
    if (merged.test(wholeText(report))) {
      yield notAssessed(
        'scope',
        '正文提到机构合并或职能划转，两年口径可能不同',
        'The text speaks of a merger or of duties that moved; the two years may count another scope',
      );
      return;
    }
    yield {
      cells: [into],
      slot: 'applications.carriedIn',
      message: {
        zh: `上年结转 ${own[0]} 件，${previous.year} 年报告的结转下年度为 ${numberAt(previous, out)} 件；二者应相等`,
        en: `${own[0]} carried in, while the report of ${previous.year} carried out ${numberAt(previous, out)}; they should be equal`,
      },
      besides: [{ report: previous, cells: [out] }],
    };
  },
  valid: () => [
    example('2021', { subject: lastYears('2019') }),
    // the sums of table 3 say already that this cell should read 1
    example('2021', { cells: { [into]: 2 }, subject: lastYears('2021') }),
    example('2021', { cells: row('carriedIn'), subject: lastYears('2021', { cells: row('carriedOut') }) }),
  ],
  invalid: () => [
    // what the body publishes of reforms, and what a court revoked, is no merger
    {
      subject: example('2021', {
        preamble: '公开机构改革方案等信息。法院判决撤销处罚决定2件，我局均已改正。',
        subject: lastYears('2021', { cells: row('carriedOut', 3, 0, 0, 0, 0, 0, 3) }),
      }),
      says: ['上年结转 1 件，2020 年报告的结转下年度为 3 件；二者应相等'],
    },
    // last year's number was read from a scan
    {
      subject: example('2021', {
        subject: lastYears('2021', {
          cells: { ...row('carriedOut', 3, 0, 0, 0, 0, 0), [out]: { value: 3, trust: 'low' } },
        }),
      }),
      says: ['识别存疑，请对照原页：上年结转 1 件，2020 年报告的结转下年度为 3 件；二者应相等'],
    },
    {
      subject: example('2021', { subject: lastYears('2021', { cells: row('carriedOut', 3, 0, 0, 0, 0, 0, 3) }) }),
      says: ['上年结转 1 件，2020 年报告的结转下年度为 3 件；二者应相等'],
    },
  ],
  unassessable: () => [
    {
      subject: example('2021', {
        preamble: '2021年机构改革，原示例区粮食局职能划转我局。',
        subject: lastYears('2021', { cells: row('carriedOut', 3, 0, 0, 0, 0, 0, 3) }),
      }),
      code: 'scope',
    },
    { subject: example('2021'), code: 'no-previous-year' },
    { subject: example('2021', { subject: lastYears('2021', { cells: { [out]: '' } }) }), code: 'nothing-reported' },
  ],
});
