import { type Address, applicantColumns } from '../report/forms/index.ts';
import { columnName, rowName } from '../report/names.ts';
import { numberAt } from './cells/values.ts';
import { defineCheck } from './define-check.ts';
import { example, row } from './example.ts';
import { residual } from './sums/assess.ts';
import { resultRows } from './sums/identity.ts';
import { applicationSums } from './sums/sum-findings.ts';
import { cut } from './wording.ts';

const at = (id: string, column: string) => `applications.${id}.${column}` as Address;

export default defineCheck({
  id: 'applications-partly-double',
  title: { zh: '部分公开重复计', en: 'Partly granted counted twice' },
  severity: 'warning',
  tags: ['reconciliation'],
  within: 'applications-results',
  docs: {
    zh: '办理结果合计多出的件数，正好等于部分公开的件数，也等于不予公开或无法提供中某一项的件数。表式注明区分处理的只计部分公开，不计其他情形。请机关核实这些申请是否计了两次。只差 1 件可能是巧合，不提示；本项并入“办理结果合计”一条。',
    en: 'The results exceed the total by just as many as were partly granted, and as one ground of refusal has. The form says that a request granted in part is counted there alone. Ask the bureau whether these were counted twice. A difference of 1 may be chance and is left alone; this stands inside the finding on the results.',
  },
  *run({ report }) {
    const form = report.forms.applications;
    if (!form) return;
    const grounds = resultRows(form).filter((id) => /^(?:denied|unavailable)\./.test(id));
    const failing = applicationSums(report).failing.filter(({ identity }) => identity.check === 'applications-results');
    const pairs = failing.flatMap((verdict) => {
      const excess = residual(verdict);
      const column = applicantColumns.find((one) => verdict.identity.right[0] === at('concluded', one))!;
      if (excess < 2 || numberAt(report, at('partlyGranted', column)) !== excess) return [];
      const twin = grounds.find((id) => numberAt(report, at(id, column)) === excess);
      if (!twin) return [];
      const [where, ground] = [columnName('applications', column), rowName('applications', twin)];
      return [
        {
          cells: [at('partlyGranted', column), at(twin, column)],
          words: {
            zh: `${where.zh}：多出 ${excess} 件，与「部分公开」和「${ground.zh}」的 ${excess} 件相同`,
            en: `${where.en}: ${excess} too many, as many as partly granted and as ${ground.en}`,
          },
        },
      ];
    });
    if (!pairs.length) return;
    const all = cut(
      pairs.map(({ words }) => words),
      '；',
    );
    yield {
      cells: pairs.flatMap(({ cells }) => cells),
      slot: 'applications',
      message: { zh: `疑为区分处理的申请计了两次：${all.zh}`, en: `Perhaps counted twice: ${all.en}` },
    };
  },
  valid: () => [
    example('2021'),
    // off by one: chance
    example('2021', { cells: row('granted', 5, 1, 0, 0, 0, 0, 6) }),
    example('2021', { cells: row('partlyGranted', 4, 0, 0, 0, 0, 0, 4) }),
  ],
  invalid: () => [
    {
      subject: example('2021', {
        cells: {
          ...row('partlyGranted', 3, 0, 0, 0, 0, 0, 3),
          ...row('denied.otherLaws', 3, 0, 0, 0, 0, 0, 3),
          ...row('received', 11, 2, 0, 0, 1, 0, 14),
          ...row('concluded', 11, 2, 0, 0, 1, 0, 14),
        },
      }),
      says: [
        '疑为区分处理的申请计了两次：自然人：多出 3 件，与「部分公开」和「不予公开·其他法律行政法规禁止公开」的 3 件相同；总计：多出 3 件，与「部分公开」和「不予公开·其他法律行政法规禁止公开」的 3 件相同',
      ],
    },
  ],
});
