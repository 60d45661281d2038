import type { Words } from '../errors.ts';
import { type Fact, outcomeSubjects } from '../report/fact.ts';
import { type Address, applicationRows } from '../report/forms/index.ts';
import { cellName } from '../report/names.ts';
import type { Report } from '../report/report.ts';
import { defineCheck } from './define-check.ts';
import { example } from './example.ts';
import { against } from './narrative/against.ts';
import { factsAbout, ofAllRequests } from './narrative/facts-of.ts';
import { outcomeQuantities } from './narrative/outcomes.ts';
import { rowQuantity } from './narrative/quantity.ts';

/** 不予公开1件 written without its number for a single request still counts. */
const counted = (report: Report): Fact[] =>
  factsAbout(report, ...outcomeSubjects).filter(
    (fact) => (fact.of === undefined || fact.of === '未写件数') && ofAllRequests(report, fact, outcomeSubjects),
  );

/** Those of one outcome told apart in a sentence, 自然人予以公开4件；企业予以公开1件, are parts of the row, and so no contradiction of it. */
const toldOnce = (fact: Fact, _: number, all: readonly Fact[]): boolean =>
  !all.some((other) => other !== fact && other.subject === fact.subject && other.sentence === fact.sentence);

/** The one row of the group, or the one column, that the sentence seems to have copied instead of the group. */
function matching(fact: Fact, report: Report): Words | null {
  const form = report.forms.applications;
  // Small numbers meet by chance.
  if (form === null || fact.value! < 10) return null;
  const rows = applicationRows(form).filter((row) => row.startsWith(`${fact.subject}.`));
  const row = rows.find((id) => rowQuantity(report, id).value === fact.value);
  const cell = row && (`applications.${row}.total` as Address);
  if (!cell) return null;
  const name = cellName(cell);
  return { zh: `；与${name.zh.replace('总计', '')}一行相符`, en: `; it fits ${name.en} alone` };
}

export default defineCheck({
  id: 'narrative-outcomes',
  title: { zh: '分类件数', en: 'Outcomes in the text' },
  severity: 'warning',
  tags: ['text'],
  docs: {
    zh: '正文写的予以公开、部分公开、不予公开、无法提供、不予处理、其他处理件数，应等于表三该类各行之和。同一件事在正文和表里只有一个数。对照原文，看是否只抄了一行；总计空白时按各列相加，空白只会使表中数更大。因不掌握等原因无法提供，说的是整类，不是一行。',
    en: 'Requests granted, partly granted, denied, unavailable, declined or otherwise dealt with by the text equal the rows of that group in table 3. One thing has one number in one report. Look up whether only one row was copied; where a total is blank its columns are added up, and blanks can only add. Unavailable because not held and the like means the whole group, not one row.',
  },
  *run({ report }) {
    yield* against(report, counted(report).filter(toldOnce), outcomeQuantities, matching);
  },
  valid: () => [
    example('2021', {
      facts: [
        { subject: 'grantedOrPartly', value: 6 },
        { subject: 'unavailable', value: 4 },
      ],
    }),
    // 予以公开 may mean both ways of granting
    example('2019', { facts: [{ subject: 'granted', value: 6 }] }),
    // told by kind of applicant
    example('2021', {
      facts: [
        { subject: 'granted', value: 4, sentence: '自然人予以公开4件；企业予以公开1件。' },
        { subject: 'granted', value: 1, sentence: '自然人予以公开4件；企业予以公开1件。' },
      ],
    }),
    // of the requests by persons alone
    example('2021', {
      facts: [
        { subject: 'applicants', value: 9, column: 'person' },
        { subject: 'granted', value: 3, partOf: 0 },
      ],
    }),
  ],
  invalid: () => [
    {
      subject: example('2021', {
        cells: { 'applications.unavailable.notHeld.total': 30 },
        facts: [{ subject: 'unavailable', value: 30 }],
      }),
      says: ['正文写无法提供 30 件，表中「无法提供」各项 31；与表三「无法提供·本机关不掌握」一行相符'],
    },
    {
      subject: example('2019', {
        cells: { 'applications.granted.total': '', 'applications.partlyGranted.total': '' },
        facts: [{ subject: 'grantedOrPartly', value: 4 }],
      }),
      says: ['正文写予以公开及部分公开 4 件，表中「予以公开」＋「部分公开」 6'],
    },
  ],
  unassessable: () => [
    {
      subject: example('2021', {
        cells: { 'applications.granted.total': '', 'applications.granted.legal': '' },
        facts: [{ subject: 'granted', value: 9 }],
      }),
      code: 'blank-open',
    },
  ],
});
