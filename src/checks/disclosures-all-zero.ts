import { addressesOf } from '../report/forms/index.ts';
import { cellsOf } from './cells/odd-cells.ts';
import { defineCheck } from './define-check.ts';
import { everyCell, example } from './example.ts';
import { isOfAnother } from './narrative/scope.ts';

/** Facts of the text that have a cell in table 二. */
const counted = ['licences', 'penalties', 'coerciveMeasures', 'normativeDocuments', 'regulations'];

const zero = everyCell('2021', 'disclosures', 0);
const licences = { subject: 'licences', value: 1344, sentence: '办理行政许可1344件。' } as const;

export default defineCheck({
  id: 'disclosures-all-zero',
  title: { zh: '表二全零', en: 'Table 2 all zero' },
  severity: 'warning',
  tags: ['text'],
  docs: {
    zh: '表二每一格都是 0，而正文写有许可、处罚或制发文件的数量。两处说的是同一年的同一件事。请机关核对表二是否没有填。党务机构、引用上级数字的不提示。',
    en: 'Every cell of table 2 is 0 while the text counts licences, penalties or documents. Both speak of the same year. Ask the bureau whether table 2 was left unfilled. Party organs and figures of a superior body are left alone.',
  },
  *run({ report }) {
    const { found, odd, aboveZero } = cellsOf(report, 'disclosures');
    const form = report.forms.disclosures;
    if (!form || form === 'mixed' || found < addressesOf(form, 'disclosures').length) return;
    if (aboveZero.length || odd.some(({ cell }) => cell.state !== 'number' || cell.value !== 0)) return;
    const said = report.facts.find(
      (fact) =>
        counted.includes(fact.subject) &&
        (fact.value ?? 0) > 0 &&
        !isOfAnother(report, fact) &&
        fact.section === 'overview',
    );
    if (!said) return;
    yield {
      cells: addressesOf(form, 'disclosures').filter((address) => report.cells[address]),
      slot: 'disclosures',
      message: {
        zh: `表二各格均为 0，正文却写“${said.sentence}”`,
        en: `Every cell of table 2 is 0, yet the text says “${said.sentence}”`,
      },
      evidence: [{ kind: 'quote', text: said.sentence, section: said.section, place: said.place }],
    };
  },
  valid: () => [
    example('2021', { cells: zero }),
    // a superior's figure
    example('2021', { cells: zero, facts: [{ ...licences, scope: '全市' }] }),
    example('2021', { facts: [licences] }),
  ],
  invalid: () => [
    {
      subject: example('2021', { cells: zero, facts: [licences] }),
      says: ['表二各格均为 0，正文却写“办理行政许可1344件。”'],
    },
  ],
});
