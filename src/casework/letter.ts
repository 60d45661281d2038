import { uncertain } from '../report/finding.ts';
import { cellName } from '../report/names.ts';
import type { CaseFile } from '../store/case-store.ts';
import { type CaseName, findCase } from './find-case.ts';
import type { Office } from './office.ts';
import { nothingConfirmed } from './refusals.ts';
import { mustSee } from './rights.ts';

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const numeral = (n: number): string => (n <= 10 ? numerals[n - 1]! : n < 20 ? `十${numerals[n - 11]!}` : String(n));

/** Pages that the cells and quotes of a finding stand on. */
function pages({ report }: CaseFile, { finding }: CaseFile['issues'][number]): string {
  const found = [
    ...finding.cells.map((address) => report.cells[address]?.place.page),
    ...finding.evidence.map((item) => ('place' in item ? item.place.page : undefined)),
  ].filter((page) => page !== undefined);
  const each = [...new Set(found)].sort((a, b) => a - b);
  return each.length ? `（第${each.join('、')}页）` : '';
}

/** What a finding says to the bureau: what is printed and what follows from it, not what our own people were told to do. */
function factIn({ message, suspect }: CaseFile['issues'][number]['finding']): string {
  if (suspect) return `${cellName(suspect.cell).zh}印作 ${suspect.printed}，按表内勾稽关系应为 ${suspect.proposed}`;
  return message.zh.replace(uncertain.zh, '').replace(/[；，。]请(?:先)?(?:核对|对照)原[文页]$/u, '');
}

/**
 * 核实函, a draft in Chinese for the bureau: only what people confirmed, only what is printed and what follows from it.
 * Throws `E-LETTER` where nothing is confirmed. It is handed to a person; nothing is sent to a bureau.
 */
export async function draftLetter(
  office: Office,
  by: string,
  name: CaseName,
): Promise<{ title: string; text: string }> {
  const file = await findCase(office.store, name);
  await mustSee(office, by, file);
  const confirmed = file.issues.filter(({ state }) => state === 'confirmed');
  if (!confirmed.length) throw nothingConfirmed();
  const { bureau, year } = file.stored;
  const title = `关于请核实《${bureau}${year}年政府信息公开工作年度报告》有关数据的函（草稿）`;
  const items = confirmed.map((issue, i) => {
    const said = [factIn(issue.finding), ...issue.finding.lines.map(({ zh }) => zh)];
    const lines = said.filter((line, at) => !said.slice(0, at).some((earlier) => earlier.includes(line)));
    return `　　${numeral(i + 1)}、${lines.join('；').replace(/[。；]+$/u, '')}${pages(file, issue)}。`;
  });
  const text = [
    title,
    '',
    `${bureau}：`,
    `　　我们在汇总贵单位${year}年度报告时，发现下列数据需请核实：`,
    ...items,
    '　　请核实后于　　年　　月　　日前反馈。如系录入有误，请一并提供更正后的报告。',
    '',
    '　　联系人：　　　　　　电话：',
    '　　　　　　　　　　　　　　　　　　　年　　月　　日',
  ].join('\n');
  return { title, text };
}
