import type { Fact } from '../../report/fact.ts';
import type { Report } from '../../report/report.ts';

/** 全区, 我区 and 区政府 speak of a government and its place. */
const place = /^(?:[全我](?<whole>街道|[省市区县州盟旗镇乡])|(?<level>[省市区县州盟旗镇乡])(?:人民)?政府)$/u;
/** The place that a government answers for: 区 of 示例区人民政府 and of a zone's 管理委员会. */
const governed = /(?<level>街道|[省市区县州盟旗镇乡])(?:人民政府|政府|管理委员会|管委会|办事处)$/u;

/**
 * Whether a sentence speaks of another body than the report does: of its government, of all in its place, of those below it
 * or above. Of a government's own report 全区 is said of itself, or of more than itself, and is compared.
 */
export function isOfAnother({ bureau }: Report, { scope }: Fact): boolean {
  if (scope === undefined) return false;
  const said = place.exec(scope)?.groups;
  const own = bureau === null ? undefined : governed.exec(bureau)?.groups?.level;
  return own === undefined || (said?.whole ?? said?.level) !== own;
}
