import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readText } from '../../../src/parsing/text/read-text.ts';
import { findSections } from '../../../src/parsing/text/sections.ts';
import { documentOf } from './document-of.ts';

const folder = process.env.GOVINFO_REPORTS ?? resolve(import.meta.dirname, '../../../../shared/reports');

/** All facts that five real reports state, read by a person: subject, number, part of which other. */
const expected: Record<string, readonly string[]> = {
  '000': [
    'published 213条',
    'published 141条 <0',
    'published 72条 <0',
    'received 0件',
    'accounts 4个',
    'received 0件',
    'informationFee 0元',
  ],
  '001': [
    'published 699条',
    'accounts 9家',
    'published 323条',
    'interpretations 4篇',
    'published 350条',
    'published 150条',
    'complaints 355件',
    'complaints 1594件',
    'complaints 180件',
    'otherCount 11件',
    'received 0件',
    'reconsiderations 0件',
    'lawsuits 0件',
    'otherCount 25人',
    'opinions 5条',
    'received 0件',
    'informationFee 0元',
  ],
  '002': [
    'published 64条',
    'received 0件',
    'published 1981条',
    'published 244条 <2',
    'published 1737条 <2',
    'responses 24条',
    'responses 35条',
    'otherCount 87条',
    'followers 2186人',
    'otherCount 112条',
    'otherCount 20个',
    'accounts 3家',
    'published 99篇',
    'published 90篇',
    'published 28篇',
    'complaints 530件',
    ...[259, 223, 9, 8, 7, 7, 17].map((count) => `complaints ${count}件 <15`),
    'rate 100%',
    'meetings 6次',
    'trainings 5期',
    'otherCount 18家',
    'otherCount 468907剂次',
    'otherCount 33名',
    'otherCount 46场次',
    'otherCount 2000人',
    'otherCount 5000份',
    'otherCount 5000份',
    'received 0件',
    'informationFee 0元',
  ],
  '003': ['licences 1344件', 'received 0件', 'informationFee 0元'],
  '004': [
    'published 98条',
    'published 54条 <0',
    'published 10条 <0',
    'published 34条 <0',
    'published 383条',
    'received 1件',
    'reconsiderations 0件',
    'lawsuits 0件',
    'denied 1件',
    'followers 4122',
    'published 383条',
    'informationFee 0元',
  ],
};

describe.skipIf(!existsSync(folder))('every fact of five real reports', () => {
  test.each(Object.entries(expected))('%s', (number, facts) => {
    const name = readdirSync(folder).find((file) => file.startsWith(`${number}_`) && file.endsWith('.txt'))!;
    const document = documentOf(...readFileSync(join(folder, name), 'utf8').split('\n'));
    const report = readText(document, findSections(document));
    expect(
      report.facts.map(
        ({ subject, value, unit, partOf }) => `${subject} ${value}${unit}${partOf === undefined ? '' : ` <${partOf}`}`,
      ),
    ).toEqual(facts);
    for (const fact of report.facts) {
      const printed = document.lines[fact.place.line! - 1]!.text.replace(/[\s*#]/gu, '').normalize('NFKC');
      expect(printed).toContain(fact.sentence.replace(/\s/gu, '').slice(0, 4).normalize('NFKC'));
    }
  });
});
