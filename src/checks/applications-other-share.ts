import { numberAt } from './cells/values.ts';
import { defineCheck, notAssessed } from './define-check.ts';
import { example } from './example.ts';
import { wholeText } from './text-of.ts';

const cells = ['applications.other.other.total', 'applications.concluded.total'] as const;
const many = { 'applications.other.other.total': 5 } as const;

export default defineCheck({
  id: 'applications-other-share',
  title: { zh: '其他处理占比高', en: 'Large share of other results' },
  severity: 'note',
  tags: ['plausibility'],
  form: '2021',
  docs: {
    zh: '“其他处理·其他”占办结总数两成以上，正文没有说明。该项用于撤回等情形，不是剩余类别。可请机关说明去向。办结不足 10 件时不判断，正文提到撤回、撤销的不提示。',
    en: 'More than a fifth of the concluded requests are in the last row of other results, and the text does not say why. The row is for withdrawals and the like, no remainder. Ask the bureau what they are. Undecided below ten concluded requests, and silent where the text speaks of withdrawals.',
  },
  *run({ report }) {
    const [other, concluded] = cells.map((address) => numberAt(report, address));
    if (other === undefined || concluded === undefined || other === 0) return;
    if (concluded < 10) {
      yield notAssessed(
        'too-few',
        `办结只有 ${concluded} 件，不足 10 件`,
        `Only ${concluded} were concluded, fewer than 10`,
      );
      return;
    }
    if (other / concluded <= 0.2 || /撤回|撤销|撤件|说明/.test(wholeText(report))) return;
    const share = ((100 * other) / concluded).toFixed(1);
    yield {
      cells: [...cells],
      slot: 'applications',
      message: {
        zh: `表三“其他处理·其他”${other} 件，占办结 ${concluded} 件的 ${share}%，正文未说明`,
        en: `Table 3 has ${other} other results, ${share}% of ${concluded} concluded, and the text does not say what they are`,
      },
    };
  },
  valid: () => [example('2021'), example('2021', { cells: many, text: { applications: '其中5件由申请人主动撤回。' } })],
  invalid: () => [
    {
      subject: example('2021', { cells: many }),
      says: ['表三“其他处理·其他”5 件，占办结 12 件的 41.7%，正文未说明'],
    },
  ],
  unassessable: () => [
    { subject: example('2021', { cells: { ...many, 'applications.concluded.total': 8 } }), code: 'too-few' },
  ],
});
