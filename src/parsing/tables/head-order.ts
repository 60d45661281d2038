import { normalise } from '../text/normalise.ts';
import { applicantHeads, hanOf } from './labels.ts';

/**
 * Words of a head that stand in this order, whether it is printed cell by cell or line by line; a word that is not
 * found says nothing.
 */
const orders = {
  disclosures: [
    ['制发', '废止', '现行'],
    ['新制', '新公开', '对外公开总'],
    ['上一年', '增减', '处理决定'],
    ['采购项目', '总金额'],
  ],
  applications: [['自然', '商业', '科研', '社会', '法律']],
  disputes: [
    ['行政复议', '行政诉讼'],
    ['未经', '复议后'],
    ['维持', '纠正'],
    ['其他', '尚未', '总计'],
  ],
} as const;

/** Columns of numbers that no form has, and a last column that may hold anything. */
const moreNumbers = /小计|同比|环比|合计.*总计|总计.*合计/u;
const besides = /备注/u;

/** The printed words before a table's first values, as Han characters, without sentences that stand before it. */
export function headOf(words: readonly string[]): string {
  const sentence = words.findLastIndex((text) => /[。；;]/u.test(text));
  const rest = sentence < 0 ? words : [words[sentence]!.replace(/^.*[。；;]/su, ''), ...words.slice(sentence + 1)];
  return hanOf(rest.join(''));
}

/** Why the columns under a head may not be those of the form in the form's order; `null` where nothing says so. */
export function headDoubt(table: keyof typeof orders, head: string): string | null {
  const words = normalise(head).replaceAll('法人或其他组织', '');
  if (table === 'applications' && moreNumbers.test(words)) return 'a column of numbers that no form has';
  if (table === 'applications' && othersLead(words)) return 'columns in another order: 其他 法律';
  for (const order of comparable(table, words)) {
    const found = order.map((word) => words.indexOf(word)).filter((at) => at >= 0);
    if (found.some((at, index) => at < (found[index - 1] ?? -1))) return `columns in another order: ${order.join(' ')}`;
  }
  return null;
}

/**
 * The words whose order in print is that of their columns. Where names of table 三 are broken over lines and others are not,
 * the short ones stand at mid-height: a line of broken names, a line of whole ones, and each tells only its own order.
 */
function comparable(table: keyof typeof orders, words: string): readonly (readonly string[])[] {
  if (table !== 'applications') return orders[table];
  const whole = orders.applications[0].filter((word, at) => words.includes(names[at]!) || !words.includes(word));
  if (whole.length === orders.applications[0].length) return orders.applications;
  return [whole, orders.applications[0].filter((word) => !whole.includes(word))];
}

const names = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构'];

/** Whether 其他 stands before 法律服务机构 alone: what is left of 法人或其他组织 says it too, and it is no column. */
function othersLead(words: string): boolean {
  const legal = words.indexOf('法律');
  return legal >= 0 && words.includes('其他') && !words.includes('其他', legal);
}

/**
 * Whether 总计 is printed before 自然人: as the first column, or above the others as the last one, which the words alone do
 * not tell.
 */
export function totalLeads(head: string): boolean {
  const [total, person] = [head.indexOf('总计'), head.indexOf('自然')];
  return total >= 0 && person > total;
}

const applicants = applicantHeads.map(hanOf);

/** Whether the head of table 三 names its seven columns in full and in order: then one without a value is blank, not lost. */
export function namesAllColumns(head: string): boolean {
  let at = 0;
  return applicants.every((name) => {
    const found = head.replaceAll('法人或其他组织', '').indexOf(name, at);
    at = found + name.length;
    return found >= 0;
  });
}

/** Whether the head names a column behind the form's own that may hold numbers. */
export const hasColumnBehind = (head: string): boolean => besides.test(head);
