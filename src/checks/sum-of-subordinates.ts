import { cellName } from '../report/names.ts';
import { comparableCells, kindOfBody, type Owed } from '../report/neighbours.ts';
import { numberAt } from './cells/values.ts';
import { defineCheck, notAssessed } from './define-check.ts';
import { type Changes, example } from './example.ts';
import { sentencesWith } from './text-of.ts';
import { cut } from './wording.ts';

const bodies = '(?:各?(?:部门|单位|机关)|[各区县市]+(?:部门|单位)|各?(?:乡镇|镇街|街镇|街道|乡|镇|县区|区县|县|区))';
/** 本报告数据由全区各部门汇总, 汇总了各部门、各镇的数据: the report adds up others’ figures, not their papers or opinions. */
const addsUp = new RegExp(`(?:汇总|合并)[^。；]{0,20}${bodies}|${bodies}[^。；]{0,20}(?:汇总|合并)`, 'u');
const ofFigures = /报告|年报|数据|统计/u;
const not = /(?:未|不|没有)[^，。；]{0,4}(?:汇总|合并|包[括含])|汇总(?:上报|报送|意见|建议|信息)/u;

const child = (name: string, received: number, filed = true): Owed => ({
  name,
  bureauKey: `640199:${name}`,
  filed,
  figures: { 'applications.received.total': received },
});
const parent = (roster: readonly Owed[] | undefined, changes: Changes = {}) =>
  example('2021', {
    preamble: '本报告根据《中华人民共和国政府信息公开条例》编制，数据由全区各部门、各镇年度报告汇总而成。',
    ...changes,
    report: { bureau: '示例区人民政府', bureauKey: '640199:人民政府' },
    ...(roster && { subject: { roster } }),
  });

export default defineCheck({
  id: 'sum-of-subordinates',
  title: { zh: '汇总关系', en: 'Parent and children' },
  severity: 'note',
  tags: ['years'],
  docs: {
    zh: '政府报告写明由各部门汇总，而名单上的下属机关报告全部入库后，各数相加与汇总数不同。汇总数应当等于下属各数之和。可对照是哪一个机关漏计或多计。多数政府报告并不汇总，名单也可能不全，所以正文没有写明汇总的不比较，比出来也只是提示。',
    en: 'A government’s report says that it adds up its departments, every body below it on the roster is in the store, and the sums differ. A consolidated figure is the sum of its parts. Look up which body was left out or counted twice. Most governments do not consolidate and a roster may lack bodies, so nothing is compared unless the text says so, and this is only a note.',
  },
  *run({ report, roster }) {
    if (kindOfBody(report.bureauKey) !== '人民政府') return;
    const said = sentencesWith(report, addsUp).some(
      ({ text, section }) =>
        (section === 'preamble' || section === 'overview' || section === 'other') &&
        ofFigures.test(text) &&
        !not.test(text),
    );
    if (!said) return;
    if (!roster) {
      yield notAssessed(
        'no-roster',
        '没有应报名单，不知下属机关是否到齐',
        'Without a roster it is not known whether all bodies below are in',
      );
      return;
    }
    const children = roster.filter(({ bureauKey }) => bureauKey !== report.bureauKey);
    const here = children.filter(({ filed }) => filed);
    if (here.length < 2 || here.length < children.length) {
      yield notAssessed(
        'too-few',
        `名单上的下属机关 ${children.length} 个，已入库 ${here.length} 个，到齐后可比较`,
        `${here.length} of ${children.length} bodies below it on the roster are in; it can be compared once all are`,
      );
      return;
    }
    const differ = comparableCells.flatMap((address) => {
      const total = numberAt(report, address);
      const parts = children.map(({ figures }) => figures[address]);
      if (total === undefined || !parts.every((part) => part !== undefined)) return [];
      const sum = parts.reduce((all, part) => all + part, 0);
      const { zh, en } = cellName(address);
      return sum === total
        ? []
        : [
            {
              address,
              words: { zh: `${zh} ${total}，下属合计 ${sum}`, en: `${en} ${total}, the bodies below together ${sum}` },
            },
          ];
    });
    if (!differ.length) return;
    const all = cut(
      differ.map(({ words }) => words),
      '；',
    );
    yield {
      cells: differ.map(({ address }) => address),
      slot: 'subordinates',
      lines: differ.map(({ words }) => words),
      message: {
        zh: `正文写明汇总，与下属 ${children.length} 个机关相加不同：${all.zh}`,
        en: `The text says it consolidates, but differs from the ${children.length} bodies below it: ${all.en}`,
      },
    };
  },
  valid: () => [
    parent([child('教育局', 7), child('民政局', 5)]),
    // it does not say that it adds others up
    parent([child('教育局', 7), child('民政局', 9)], { preamble: '本报告由示例区人民政府办公室编制。' }),
    // opinions are collected, not figures
    parent([child('教育局', 7), child('民政局', 9)], {
      preamble: '本报告由示例区人民政府办公室编制，编制中汇总意见建议报告各部门。',
    }),
  ],
  invalid: () => [
    {
      subject: parent([child('教育局', 7), child('民政局', 9)]),
      says: ['正文写明汇总，与下属 2 个机关相加不同：表三「本年新收」总计 12，下属合计 16'],
    },
  ],
  unassessable: () => [
    { subject: parent([child('教育局', 7), child('民政局', 9, false)]), code: 'too-few' },
    { subject: parent(undefined), code: 'no-roster' },
  ],
});
