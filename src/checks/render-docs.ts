import type { Words } from '../errors.ts';
import type { Check, Tag } from './define-check.ts';
import { catalogue, checks } from './index.ts';

export const severityName: Record<Check['severity'], Words> = {
  error: { zh: '不符', en: 'error' },
  warning: { zh: '留意', en: 'warning' },
  note: { zh: '提示', en: 'note' },
};

export const tagName: Record<Tag, Words> = {
  reconciliation: { zh: '勾稽', en: 'reconciliation' },
  reading: { zh: '识别存疑', en: 'reading' },
  form: { zh: '表式', en: 'form' },
  missing: { zh: '缺漏', en: 'missing' },
  text: { zh: '正文', en: 'text' },
  wording: { zh: '措辞', en: 'wording' },
  years: { zh: '跨年', en: 'years' },
  plausibility: { zh: '合理性', en: 'plausibility' },
};

/** Where a check applies, in words; empty where it applies to every report. */
export function scopeOf({ form, since }: Check): Words {
  const zh = [form && `只用于${form}年表式`, since && `${since} 年度起`].filter(Boolean);
  const en = [form && `the form of ${form} only`, since && `report years from ${since}`].filter(Boolean);
  return { zh: zh.join('，'), en: en.join(', ') };
}

/** A check's heading, facts, rule and first example, Chinese first. */
function section(check: Check): string {
  const scope = scopeOf(check);
  const [zh, en] = (['zh', 'en'] as const).map((language) =>
    [
      severityName[check.severity][language],
      ...check.tags.map((tag) => tagName[tag][language]),
      scope[language],
    ].filter(Boolean),
  );
  const says = check.invalid().flatMap((firing) => firing.says);
  return [
    `### ${check.id}`,
    `**${check.title.zh}**（${zh!.join(' · ')}）  \n${check.docs.zh}`,
    `**${check.title.en}** (${en!.join(' · ')})  \n${check.docs.en}`,
    says
      .slice(0, 2)
      .map((words) => `> ${words}`)
      .join('\n>\n'),
  ].join('\n\n');
}

/** The text of docs/checks.md. */
export function renderDocs(): string {
  const parts = catalogue.filter((part) => part.checks.length);
  return `${[
    '# 检查目录 · Checks',
    `共 ${checks.length} 项。本页由 \`npm run docs\` 按 \`src/checks\` 生成，请勿手改；标题即检查编号，也用于 \`/govinfo 检查 <编号>\`。`,
    `${checks.length} checks. Made from \`src/checks\` by \`npm run docs\`; do not edit. A heading is the id of a check, as in \`/govinfo checks <id>\`.`,
    '在 Slack 里，检查可按一个机关、一个频道或全部年报关闭或调低一级，须写原因和到期日；关闭后的发现不列为待核，仍计入“已关闭的检查”，到期自动恢复。',
    'In Slack a check can be turned off, or down by one step, for a bureau, a channel or all reports, with a reason and an end date. What it finds then opens no issue but is still counted; on the end date the check is on again by itself.',
    ...parts.flatMap((part) => [`## ${part.title.zh} · ${part.title.en}`, ...part.checks.map(section)]),
  ].join('\n\n')}\n`;
}
