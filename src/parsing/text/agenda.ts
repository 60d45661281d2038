import type { Paragraph } from '../../report/report.ts';
import { type Passage, placeAt } from './passage.ts';

/** Section five as two short lists. */
export interface Agenda {
  problems: Paragraph[];
  measures: Paragraph[];
}

const ordinal =
  /^(?:[一二三四五六七八九十]是|第[一二三四五六七八九十][，、]|首先|其次|再次|最后|[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[.、．](?!\d(?!\d{3}年))|[一二三四五六七八九十]、)/u;
const cut =
  /(?<=[。！？；])|(?<=[：，。；])(?=[一二三四五六七八九十]是)|(?<=：)(?=\d{1,2}[.、．](?!\d(?!\d{3}年))|[（(][一二三四五六七八九十\d]{1,2}[)）])/u;
const turn =
  /^(?:针对|为此|对此|下一步|接下来|今后|下一年)|改进(?:措施|情况|工作)[：，]|^20\d\d年[^，]{0,8}，?[^，]{0,8}将|(?:我[局委办市区县镇乡]|本[局委]|单位)将|(?:^|，)(?:\p{Script=Han}{2,8})?将(?:从|采取|继续|在今后|进一步|着力|加强|认真|切实|重点|围绕|按照|以)/u;
const heading = { problems: /问题|不足/u, measures: /改进|措施|下一步|打算|整改/u };
const lacking = /不足|有待|不够|不高|欠缺|薄弱|单一|差距|滞后|不及时|不到位|仍需|需要?进一步|需|问题/u;
/** Words of section six where its heading is lost. */
const elsewhere = /信息处理费|年度工作要点情况/u;

/** What was lacking and what is done about it, each item cut to its first sentence. */
export function agendaOf(passages: readonly Passage[]): Agenda {
  const found = {
    problems: { items: [] as Paragraph[], prose: [] as Paragraph[] },
    measures: { items: [] as Paragraph[], prose: [] as Paragraph[] },
  };
  let part: keyof Agenda = 'problems';
  let inItem = false;
  for (const passage of passages) {
    if (elsewhere.test(passage.text) && ordinal.test(passage.text)) break;
    const title =
      /^[（(]?[一二三四五六七八九十\d][)）、.．]?\p{Script=Han}{2,14}[。：]?$/u.test(passage.text) ||
      /^[（(][一二三四五六七八九十][)）]\p{Script=Han}{2,10}[。：]/u.test(passage.text);
    const named = title ? passage.text.split(/[。：]/u)[0]! : '';
    if (heading.measures.test(named) && !heading.problems.test(named)) part = 'measures';
    let at =
      named !== '' && (heading.measures.test(named) || heading.problems.test(named)) && named.length < 16
        ? named.length + 1
        : 0;
    inItem = false;
    while (at < passage.text.length) {
      const rest = passage.text.slice(at);
      const piece = rest.split(cut)[0] ?? rest;
      const place = placeAt(passage, at);
      at += Math.max(1, piece.length);
      const numbered = ordinal.test(piece);
      if (part === 'problems' && !numbered && turn.test(piece)) {
        part = 'measures';
        inItem = false;
      }
      const text = piece.replace(ordinal, '').replace(/^[，、：]+|[。；：，！]+$/gu, '');
      if (text.length < 4) continue;
      if (numbered) found[part].items.push({ text, place });
      else if (!inItem && (part === 'measures' || lacking.test(text)) && !/[：]$/u.test(piece))
        found[part].prose.push({ text, place });
      inItem = numbered || (inItem && !/；$/u.test(piece));
    }
  }
  const listed = ({ items, prose }: { items: Paragraph[]; prose: Paragraph[] }): Paragraph[] =>
    items.length > 0 ? items : withoutIntroduction(prose);
  return { problems: listed(found.problems), measures: listed(found.measures) };
}

/** 工作取得了一定成绩，但仍存在不足 opens a list and is none of it. */
const withoutIntroduction = (prose: readonly Paragraph[]): Paragraph[] => {
  const rest = prose.filter(
    ({ text }) => !/取得[^。]*(?:但|仍|还)|^(?:针对|对照)[^，]*(?:问题|要求)[^。]{0,24}$/u.test(text),
  );
  return rest.length > 0 ? rest : [...prose];
};
