import type { Document } from '../document.ts';
import { foldedLines } from './folded-lines.ts';

/** A name that a label of the page or of the form gives, and the line it stands in. */
export interface Labelled {
  name: string;
  quote: string;
  line: number;
}

const label =
  '(?:发\\s?布\\s?机\\s?构|公开机构|发布机关|公开机关|公开主体|发布单位|编制单位|编制机关|公开单位|发文机关|信息来源|(?:填报|填表|报送|上报|报告)(?:单位|机关)(?:名称)?)(?:\\((?:盖章|公章|签章)\\))?';
const beside = new RegExp(`${label}[:|\\s]+(?<name>[\\p{Script=Han}()]{2,40})(?=$|[\\s|])`, 'u');
const above = new RegExp(`^[|\\s]*${label}[:|\\s]*$`, 'u');

/** Names after 发布机构, 填报单位（盖章） and the like, beside the label or on the line below it, before the line `until`. */
export function pageLabels(document: Document, until: number): Labelled[] {
  const { normal } = foldedLines(document);
  return normal.slice(0, until).flatMap((text, line): Labelled[] => {
    const found = beside.exec(text)?.groups?.name;
    if (found) return [{ name: wide(found), quote: text.trim().slice(0, 80), line }];
    if (!above.test(text)) return [];
    const next = normal.slice(line + 1, until).findIndex((below) => below !== '');
    const name = next < 0 ? '' : normal[line + 1 + next]!.replace(/[|\s]+/gu, '');
    return /^[\p{Script=Han}()]{2,40}$/u.test(name) ? [{ name: wide(name), quote: name, line: line + 1 + next }] : [];
  });
}

const wide = (name: string): string => name.replaceAll('(', '（').replaceAll(')', '）');
