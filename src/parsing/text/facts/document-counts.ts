import type { FactSubject } from '../../../report/fact.ts';
import type { Counted } from './rule.ts';

/** What 表二 counts of rules and normative documents. */
export const documents: ReadonlySet<FactSubject> = new Set(['normativeDocuments', 'regulations']);

export const aboutDocuments: Counted = { subject: 'normativeDocuments' };

/** 制发规范性文件2件，废止1件，现行有效14件: the later numbers go on about the documents named before. */
export function documentsOf(left: string, unit: string, document: Counted | undefined): Counted | null {
  if (!document || !/^[件份个部]$/u.test(unit)) return null;
  const words = left.replace(/^(?:[省市县区镇乡直各]|本级|人民|政府|部门|单位|街道|办公室)+/u, '');
  const column = /^(?:其中|清理|修改|修订|宣布|集中)*(?:废止|失效)(?:共|了|和失效)*$/u.test(words)
    ? 'repealed'
    : /^(?:截[至止到]+□*|目前|年[底末]|现|共|保留|继续)*(?:行)?有效(?:的|件数)?(?:共|为)*$/u.test(words)
      ? 'inForce'
      : /^(?:新|共)*(?:制发|制定|出台|印发)(?:了|共)*$/u.test(words)
        ? 'made'
        : null;
  return column && { subject: document.subject, column };
}

/** 制发公文356件，其中主动公开120件、依申请公开30件、不予公开206件 sorts documents, and tells of no request. */
export const sortsDocuments = (masked: string): boolean =>
  /(?:公文|发文|公开属性|[制印]发文件)[^；]*(?:依申请公开|不予公开)/u.test(masked) &&
  !/收到|接到|受理|答复|办结/u.test(masked);
