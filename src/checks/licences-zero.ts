import { numbersAt } from './cells/values.ts';
import { defineCheck } from './define-check.ts';
import { example } from './example.ts';

const cells = ['disclosures.licences.decisions', 'disclosures.penalties.decisions'] as const;

export default defineCheck({
  id: 'licences-zero',
  title: { zh: '有处罚无许可', en: 'Penalties but no licences' },
  severity: 'note',
  tags: ['plausibility'],
  docs: {
    zh: '行政许可为 0，而行政处罚大于 0。有处罚权的机关大多也办许可。核对许可数是否漏填。许可已划转行政审批局的机关可把这项检查关掉。',
    en: 'No licences, but penalties above 0. A body that imposes penalties usually also grants licences. Check whether the licences were left out. Where licensing has moved to an approval bureau this check can be switched off.',
  },
  *run({ report }) {
    const values = numbersAt(report, cells);
    if (!Array.isArray(values)) {
      yield values;
      return;
    }
    const [licences, penalties] = values as [number, number];
    if (licences !== 0 || penalties === 0) return;
    yield {
      cells: [...cells],
      slot: 'disclosures',
      message: {
        zh: `表二行政许可 0 件，行政处罚 ${penalties} 件；许可是否漏填`,
        en: `Table 2: no licences but ${penalties} penalties; the licences may have been left out`,
      },
    };
  },
  valid: () => [
    example('2021'),
    example('2019', { cells: { 'disclosures.licences.decisions': 0, 'disclosures.penalties.decisions': 0 } }),
  ],
  invalid: () => [
    {
      subject: example('2021', { cells: { 'disclosures.licences.decisions': 0 } }),
      says: ['表二行政许可 0 件，行政处罚 44 件；许可是否漏填'],
    },
  ],
  unassessable: () => [
    { subject: example('2021', { cells: { 'disclosures.licences.decisions': null } }), code: 'absent' },
  ],
});
