import { defineCheck, notAssessed } from './define-check.ts';
import { example } from './example.ts';
import { preambleOf, sectionOf, textOf } from './text-of.ts';
import { joined } from './wording.ts';

/** The five matters of section 一 and the words by which people name them. */
const items = [
  { zh: '主动公开', en: 'disclosures', named: /主动公开|公开信息|信息公开情况/ },
  { zh: '依申请公开', en: 'applications', named: /依申请|申请公开|公开申请/ },
  { zh: '政府信息管理', en: 'information management', named: /信息.{0,8}管理|管理.{0,6}信息|规范管理|管理情况/ },
  { zh: '平台建设', en: 'platforms', named: /平台|网站|新媒体|公众号/ },
  { zh: '监督保障', en: 'supervision', named: /监督|保障|考核/ },
];

export default defineCheck({
  id: 'overview-items',
  title: { zh: '第一部分五方面', en: 'Five items of section I' },
  severity: 'warning',
  tags: ['missing'],
  since: 2021,
  docs: {
    zh: '第一部分应写到主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面。依据是国办公开办函〔2021〕30号。请机关补写，没有的也说明。自拟小标题、写作机制保障或监督考核、多写一项都不提示。',
    en: 'Section I speaks of disclosures, applications, information management, platforms and supervision. The notice of 2021 asks for all five. Ask the bureau to add what is left out. Own sub-headings, other words for supervision and a sixth item are fine.',
  },
  *run({ report }) {
    const text = `${preambleOf(report)}\n${textOf(report, 'overview')}`;
    if (!sectionOf(report, 'overview')?.heading || !textOf(report, 'overview')) {
      yield notAssessed('absent', '未读到第一部分', 'Section I was not found');
      return;
    }
    const missing = items.filter(({ named }) => !named.test(text));
    if (!missing.length) return;
    const names = joined(missing);
    yield {
      cells: [],
      slot: 'overview',
      message: {
        zh: `第一部分未见：${names.zh}；应写到五个方面`,
        en: `Section I does not mention: ${names.en}; five items are expected`,
      },
    };
  },
  valid: () => [
    example('2021'),
    // other names for the five, and a sixth
    example('2021', {
      text: {
        overview: [
          '（一）主动公开。发布信息120条。',
          '（二）依申请公开。办理2件。',
          '（三）规范信息的日常管理。',
          '（四）网站与新媒体。',
          '（五）机制保障。',
          '（六）其他工作。',
        ],
      },
    }),
  ],
  invalid: () => [
    {
      subject: example('2021', {
        text: { overview: '2021年我局主动公开政府信息120条，办理依申请公开事项。加强网站建设。' },
      }),
      says: ['第一部分未见：政府信息管理、监督保障；应写到五个方面'],
    },
  ],
  unassessable: () => [
    { subject: example('2021', { text: { overview: null } }), code: 'absent' },
    { subject: example('2021', { report: { year: null } }), code: 'absent' },
  ],
});
