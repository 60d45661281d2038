import type { TableId } from '../../report/forms/index.ts';

/** Where the head of a table stands among the lines, known by the table's own words, and where its last line is. */
export interface TableMark {
  table: TableId;
  start: number;
  /** First line after the table's last label or row of numbers. */
  end: number;
}

/** Words that only the tables hold, without blanks. */
export const tableWords: Record<TableId, RegExp> = {
  disclosures:
    /第二十条第\(.{1,3}\)项|^信息内容|本年制发件数|本年新制作数量|本年处理决定数量|上一年项目数量|本年收费金额|^行政(?:许可|处罚|强制|规范性文件|事业性收费)[|\d]/u,
  applications:
    /勾稽关系|申请人情况|本年新收政府信息公开申请数量|上年结转政府信息公开申请数量|本年度办理结果|属于国家秘密|三安全一稳定|四类过程性信息|重复申请$|结转下年度继续办理/u,
  disputes: /未经复议直接起诉|^行政复议\|*行政诉讼\|*$|复议后起诉|结果维持.*结果纠正.*其他结果/u,
};

const order = ['disclosures', 'applications', 'disputes'] as const;

/** The stretches of `lines` (normalised) that hold the three tables, in the order of the form. */
export function tableMarks(lines: readonly string[]): TableMark[] {
  const keys = lines.map((line) => line.replace(/[\s#*]+/gu, ''));
  return order.flatMap((table): TableMark[] => {
    const hits = densest(keys.flatMap((key, at) => (!isSentence(key) && tableWords[table].test(key) ? [at] : [])));
    const start = hits[0];
    if (start === undefined) return [];
    let end = hits.at(-1)! + 1;
    while (end < keys.length && isTableLine(keys[end]!)) end++;
    return [{ table, start, end }];
  });
}

/** Running text may use the table's words too: a table is where they stand closest together. */
function densest(hits: readonly number[]): number[] {
  const clusters: number[][] = [];
  for (const at of hits) {
    const open = clusters.at(-1);
    if (open && at - open.at(-1)! <= 60) open.push(at);
    else clusters.push([at]);
  }
  return clusters.reduce((best, cluster) => (cluster.length > best.length ? cluster : best), []);
}

export const isSentence = (key: string): boolean =>
  !key.includes('勾稽') && (key.length >= 120 || /[。;]|,$/u.test(key));

/** Empty lines, numbers and single labels go on with the table. */
export const isTableLine = (key: string): boolean =>
  key === '' ||
  /^[|\d.,/\-—:件]*$/u.test(key) ||
  /^(?:结果|维持|纠正|其他|尚未|审结|总计?|计|结|果|正|持|维|纠|其|他|尚|未|审)+[|]*$/u.test(key);
