import { forms } from '../report/forms/index.ts';
import { defineCheck } from './define-check.ts';
import { example } from './example.ts';
import { quote, sentencesWith } from './text-of.ts';

/** The notice as cited, brackets and all; blanks were taken out before. */
const cited = /国办公开办函[^\p{Script=Han}。，,；;)）]{0,12}号?/u;
const right = forms.map(({ notice }) => notice.normalize('NFKC'));

export default defineCheck({
  id: 'citation-number',
  title: { zh: '引文文号', en: 'Document number' },
  severity: 'note',
  tags: ['wording'],
  docs: {
    zh: '引用的国办格式通知文号不是国办公开办函〔2021〕30号或〔2019〕60号，或括号不全。两个表式各有一个通知。对照原文：可能是识别丢了括号，也可能写错号。字间有空格的不提示。',
    en: 'The notice on the format is cited with another number than 2021 no. 30 or 2019 no. 60, or with broken brackets. Each form has one notice. Look at the page: recognition may have lost a bracket, or the number is wrong. Blanks inside are fine.',
  },
  *run({ report }) {
    for (const sentence of sentencesWith(report, cited)) {
      const [found] = cited.exec(sentence.text)!;
      if (right.includes(found)) continue;
      yield {
        cells: [],
        slot: 'citation',
        message: {
          zh: `格式通知的文号写作“${found}”，应为国办公开办函〔2021〕30号（2019 年表式为〔2019〕60号）`,
          en: `The notice is cited as “${found}”; 2021 no. 30 is expected (2019 no. 60 for the form of 2019)`,
        },
        evidence: [quote(sentence)],
      };
      return;
    }
  },
  valid: () => [
    example('2021'),
    example('2019'),
    example('2021', { preamble: '依据国办公开办函〔2021〕 30 号编制。' }),
    example('2021', { preamble: '依据《条例》编制。' }),
  ],
  invalid: () => [
    {
      subject: example('2021', { preamble: '依据格式通知（国办公开办函2021]30号）编制。' }),
      says: ['格式通知的文号写作“国办公开办函2021]30号”，应为国办公开办函〔2021〕30号（2019 年表式为〔2019〕60号）'],
    },
    {
      subject: example('2021', { preamble: '依据国办公开办函〔2021〕60号编制。' }),
      says: ['格式通知的文号写作“国办公开办函〔2021〕60号”，应为国办公开办函〔2021〕30号（2019 年表式为〔2019〕60号）'],
    },
  ],
});
