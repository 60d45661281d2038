import type { Report } from '../report/report.ts';
import { cellsOf } from './cells/odd-cells.ts';
import { defineCheck, notAssessed } from './define-check.ts';
import { example } from './example.ts';

/** Governments of provinces and of cities with districts, and the offices that draft for them. */
const drafting = /(政府|政府办|办公厅|办公室|司法厅|司法局|[省市州])$/;

/** Division codes end in 0000 for a province and in 00 for a prefecture-level city. */
const isCounty = ({ region }: Report): boolean => region !== null && !region.code.endsWith('00');

const cells = { 'disclosures.regulations.made': 1, 'disclosures.regulations.inForce': 6 };
const city = { region: { code: '640100', path: ['宁夏回族自治区', '银川市'] }, bureau: '银川市人民政府' };

export default defineCheck({
  id: 'rule-making-power',
  title: { zh: '无规章制定权', en: 'No power to make rules' },
  severity: 'warning',
  tags: ['wording'],
  docs: {
    zh: '“规章”一行有大于 0 的数，而该机关没有规章制定权。立法法只把规章制定权给了国务院部门，以及省级和设区的市、自治州的人民政府。多半是把规范性文件填进了规章一行，请核对。省市政府及其办公厅（室）、司法部门不提示；地区不明时不判断。',
    en: 'The row of government rules holds a number above 0 though the body cannot make rules. The Legislation Law gives that power to ministries and to the governments of provinces, cities with districts and autonomous prefectures. Normative documents were probably entered in the wrong row. Provincial and city governments, their offices and justice departments are left alone, and nothing is decided where the region is unknown.',
  },
  *run({ report }) {
    const above = cellsOf(report, 'disclosures')
      .aboveZero.map(({ address }) => address)
      .filter((address) => address.startsWith('disclosures.regulations.'));
    if (!above.length) return;
    if (!report.region || !report.bureau) {
      yield notAssessed(
        'scope',
        '机关或地区不明，不知有无规章制定权',
        'The body or its region is unknown, and so is its power to make rules',
      );
      return;
    }
    if (!isCounty(report) && drafting.test(report.bureau)) return;
    const numbers = above.map((address) => report.cells[address]?.raw).join('、');
    yield {
      cells: above,
      slot: 'disclosures.regulations',
      message: {
        zh: `表二“规章”填了 ${numbers}，而${report.bureau}没有规章制定权；应为 0，或填错了行`,
        en: `Table 2 counts government rules (${numbers.replaceAll('、', ', ')}), which this body cannot make; 0 is expected, or the row is wrong`,
      },
    };
  },
  valid: () => [
    example('2021', { cells, report: city }),
    example('2021', { cells, report: { ...city, bureau: '银川市人民政府办公室' } }),
    example('2021', { cells, report: { ...city, bureau: '银川市' } }),
    example('2021', { cells: { 'disclosures.regulations.made': '/', 'disclosures.regulations.inForce': '' } }),
  ],
  invalid: () => [
    {
      subject: example('2021', { cells }),
      says: ['表二“规章”填了 1、6，而示例区卫生健康局没有规章制定权；应为 0，或填错了行'],
    },
  ],
  unassessable: () => [{ subject: example('2021', { cells, report: { region: null } }), code: 'scope' }],
});
