import { defineCheck } from './define-check.ts';
import { example } from './example.ts';
import { preambleOf, textOf } from './text-of.ts';

const basis = /信息公开条例|《条例》|国令第?711号|国务院令第?711号|国办公开办函|年度报告格式/;

export default defineCheck({
  id: 'basis-missing',
  title: { zh: '编制依据', en: 'Basis of the report' },
  severity: 'note',
  tags: ['missing'],
  docs: {
    zh: '开头和第一部分都没有写编制依据（条例或国办的格式通知）。写明依据是通行做法。可建议机关下次写明。只提到地方通知的不算，写简称《条例》或国令第711号的算。',
    en: 'Neither the opening nor section I names the Regulation or the notice on the format. Naming the basis is good practice. Suggest it for next time. A local notice alone does not count; short titles of the Regulation do.',
  },
  *run({ report }) {
    const opening = `${preambleOf(report)}\n${textOf(report, 'overview')}`;
    if (basis.test(opening)) return;
    const named = /《[^》]*》/.exec(opening.slice(0, 400))?.[0];
    yield {
      cells: [],
      slot: 'basis',
      message: {
        zh: `开头和第一部分未写编制依据（条例或国办格式通知）${named ? `，只提到${named}` : ''}`,
        en: `The opening and section I name neither the Regulation nor the notice on the format${named ? `, only ${named}` : ''}`,
      },
    };
  },
  valid: () => [
    example('2021'),
    example('2021', { preamble: '根据《条例》要求编制。' }),
    example('2021', { preamble: '根据国令第711号编制。' }),
  ],
  invalid: () => [
    {
      subject: example('2021', { preamble: '根据《关于做好2021年政府信息公开工作年度报告的通知》编制。' }),
      says: [
        '开头和第一部分未写编制依据（条例或国办格式通知），只提到《关于做好2021年政府信息公开工作年度报告的通知》',
      ],
    },
  ],
});
