import type { Fact } from '../../report/fact.ts';
import type { Report } from '../../report/report.ts';

/**
 * 全市收到1356件，其中市政府本级120件, 登记15件，其中符合受理条件12件, 行政复议5件，其中涉及信息公开2件: the parts that may be what
 * the table counts, where the number is said of a wider body, of more than was taken on, or of other matters too.
 */
export const ownParts = ({ facts }: Report, whole: Fact): Fact[] =>
  facts.filter(
    ({ partOf, value, of }) =>
      value !== null &&
      partOf !== undefined &&
      facts[partOf] === whole &&
      (whole.scope !== undefined || /本级|本机关|受理|符合|信息公开/.test(of ?? '')),
  );

/**
 * Other numbers that the text gives of the same thing, where it says of whom each is or how they differ: 县政府制发9件，
 * 县直部门16件, and both together; 全县发生行政复议28件 beside 县政府13件; 收到14件，审查后受理12件.
 */
export function othersOfIt({ facts }: Report, fact: Fact): number[] {
  const same = facts.filter(
    (other) =>
      other !== fact &&
      other.subject === fact.subject &&
      other.column === fact.column &&
      other.row === fact.row &&
      other.value !== null &&
      other.partOf === undefined,
  );
  const plain = same.filter(({ of }) => of === undefined);
  const near = ({ sentence }: Fact): boolean => sentence === fact.sentence;
  if (fact.scope === undefined) {
    const taken = fact.subject === 'received' && /(?:收到|接到|登记)[^。]*受理/u.test(fact.sentence);
    return taken ? plain.filter(near).map(({ value }) => value!) : [];
  }
  const ofOthers = ({ scope }: Fact): boolean => scope !== fact.scope;
  const beside = same.filter((other) => near(other) && ofOthers(other) && other.scope !== undefined);
  const sum = beside.reduce((all, { value }) => all + value!, fact.value!);
  return [...plain.filter(ofOthers).map(({ value }) => value!), ...(beside.length > 0 ? [sum] : [])];
}
