import { notAbove } from './cells/not-above.ts';
import { defineCheck } from './define-check.ts';
import { example } from './example.ts';

export default defineCheck({
  id: 'disclosed-exceeds-made',
  title: { zh: '新公开多于新制作', en: 'Newly disclosed above newly made' },
  severity: 'note',
  tags: ['plausibility'],
  form: '2019',
  docs: {
    zh: '2019 年表式：规章、规范性文件的本年新公开数大于本年新制作数。通常当年公开的就是当年制作的。核对两栏是否填反。往年文件当年才公开的也会如此，所以只是提示。',
    en: 'In the form of 2019 more documents were newly disclosed than newly made. Usually what is disclosed was made in the same year. Check whether the columns were mixed up. Older documents opened this year explain it, hence only a note.',
  },
  run: ({ report }) => notAbove(report, 'newlyDisclosed', 'newlyMade'),
  valid: () => [example('2019'), example('2019', { cells: { 'disclosures.normativeDocuments.newlyDisclosed': 1 } })],
  invalid: () => [
    {
      subject: example('2019', { cells: { 'disclosures.normativeDocuments.newlyDisclosed': 3 } }),
      says: ['表二规范性文件：本年新公开 3 件，多于本年新制作 2 件'],
    },
  ],
});
