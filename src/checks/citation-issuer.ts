import { defineCheck } from './define-check.ts';
import { example } from './example.ts';
import { quote, sentencesWith } from './text-of.ts';

const issuer = '国务院办公厅政府信息与政务公开办公室';
/** Who is said to have issued the notice on the format. */
const named =
  /《?(国务院办公厅[\p{Script=Han}]{0,20}?办公室|国务院办公厅|国务院[\p{Script=Han}]{0,12}办公室)?关于印发[《〈<].{0,30}年度报告格式/u;

export default defineCheck({
  id: 'citation-issuer',
  title: { zh: '发文机关', en: 'Issuing office' },
  severity: 'note',
  tags: ['wording'],
  docs: {
    zh: '引用的格式通知，发文机关写得不对。该通知由国务院办公厅政府信息与政务公开办公室印发。可请机关更正。没有引用通知、没有写发文机关的不提示。',
    en: 'The notice on the format is ascribed to another office. It was issued by the office for government information and openness of the General Office of the State Council. Ask for a correction. Nothing is said where no notice or no office is named.',
  },
  *run({ report }) {
    for (const sentence of sentencesWith(report, named)) {
      const found = named.exec(sentence.text)?.[1];
      if (!found || found === issuer) continue;
      yield {
        cells: [],
        slot: 'issuer',
        message: {
          zh: `格式通知的发文机关写作“${found}”，应为“${issuer}”`,
          en: `The notice is ascribed to “${found}”; “${issuer}” is expected`,
        },
        evidence: [quote(sentence)],
      };
      return;
    }
  },
  valid: () => [
    example('2021'),
    example('2021', {
      preamble: `依据《${issuer}关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》编制。`,
    }),
  ],
  invalid: () => [
    {
      subject: example('2021', {
        preamble:
          '依据《国务院办公厅政府信息公开与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》编制。',
      }),
      says: [
        '格式通知的发文机关写作“国务院办公厅政府信息公开与政务公开办公室”，应为“国务院办公厅政府信息与政务公开办公室”',
      ],
    },
  ],
});
