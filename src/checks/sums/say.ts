import type { Say } from './sum-findings.ts';

/** The three equations of table 三 in words. */
export const sayApplications: Record<string, Say> = {
  'applications-balance': ({ identity: { name, left, right }, leftSum, rightSum }, value) => {
    const [received, carriedIn] = left.map(value);
    const [concluded, carriedOut] = right.map(value);
    return {
      zh: `${name.zh}：收到 ${leftSum} 件（新收 ${received}＋上年结转 ${carriedIn}），办结与结转 ${rightSum} 件（办结 ${concluded}＋结转下年 ${carriedOut}）`,
      en: `${name.en}: ${leftSum} taken in (${received} received + ${carriedIn} carried in), ${rightSum} accounted for (${concluded} concluded + ${carriedOut} carried out)`,
    };
  },
  'applications-results': ({ identity: { name }, leftSum, rightSum }) => ({
    zh: `${name.zh}：各项办理结果相加 ${leftSum} 件，（七）总计 ${rightSum} 件`,
    en: `${name.en}: the results add up to ${leftSum}, concluded ${rightSum}`,
  }),
  'applications-row-total': ({ identity: { name }, leftSum, rightSum }) => ({
    zh: `${name.zh}：六类申请人相加 ${leftSum} 件，总计栏 ${rightSum} 件`,
    en: `${name.en}: the six kinds of applicants add up to ${leftSum}, total ${rightSum}`,
  }),
};

/** The equation of a row of table 四 in words. */
export const sayDisputes: Say = ({ identity: { name, left }, leftSum, rightSum }, value) => {
  const [upheld, corrected, other, pending] = left.map(value);
  return {
    zh: `${name.zh}：维持 ${upheld}＋纠正 ${corrected}＋其他 ${other}＋未审结 ${pending}＝${leftSum} 件，总计 ${rightSum} 件`,
    en: `${name.en}: ${upheld} upheld + ${corrected} corrected + ${other} other + ${pending} pending = ${leftSum}, total ${rightSum}`,
  };
};
