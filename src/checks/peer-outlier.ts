import { cellName } from '../report/names.ts';
import { arePeers, comparableCells, type Peer } from '../report/neighbours.ts';
import { numberAt } from './cells/values.ts';
import { defineCheck, notAssessed } from './define-check.ts';
import { example } from './example.ts';
import { cut } from './wording.ts';

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
};

const codes = Array.from({ length: 9 }, (_, index) => `64010${index + 1}`);
const peers = (...penalties: number[]): Peer[] =>
  penalties.map((value, index) => ({
    bureauKey: `${codes[index]}:卫生健康局`,
    figures: { 'disclosures.penalties.decisions': value },
  }));
const usual = peers(40, 42, 38, 45, 50, 41, 39, 47);

export default defineCheck({
  id: 'peer-outlier',
  title: { zh: '同级离群', en: 'Outlier among its kind' },
  severity: 'note',
  tags: ['years'],
  docs: {
    zh: '与同年度同级同类机关相比，许可、处罚、申请等数量明显偏离（稳健 z 值大于 3.5）。偏离可能是单位或填报错误，也可能因为地方大小不同。可对照原文核对。同类不足 8 份时不判断；以最近一次查看时已入库的同类为准，之后新到的在再次查看时计入。',
    en: 'Compared with bodies of its kind and level in the same year, a count stands far off (robust z above 3.5). It may be a slip in unit or entry, or the place is just larger. Check it against the page. Undecided below eight peers; it goes by the peers stored at the latest look, and those that come in later count at the next.',
  },
  *run({ report, peers: all }) {
    const others = (all ?? []).filter((peer) => arePeers(report.bureauKey, peer.bureauKey));
    if (others.length < 8) {
      yield notAssessed(
        'too-few',
        `同年度同级同类机关 ${others.length} 份，不足 8 份`,
        `${others.length} peers of its kind and level, fewer than 8`,
      );
      return;
    }
    const far = comparableCells.flatMap((address) => {
      const value = numberAt(report, address);
      const values = others.flatMap(({ figures }) => figures[address] ?? []);
      if (value === undefined || values.length < 8) return [];
      const middle = median(values);
      const spread = median(values.map((one) => Math.abs(one - middle)));
      if (spread === 0 || (0.6745 * Math.abs(value - middle)) / spread <= 3.5) return [];
      const { zh, en } = cellName(address);
      return [
        {
          address,
          line: {
            zh: `${zh} ${value}，同类中位数 ${middle}（${values.length} 份）`,
            en: `${en} ${value}, median of ${values.length} peers ${middle}`,
          },
        },
      ];
    });
    if (!far.length) return;
    const list = cut(
      far.map(({ line }) => line),
      '；',
    );
    yield {
      cells: far.map(({ address }) => address),
      slot: 'peers',
      lines: far.map(({ line }) => line),
      message: { zh: `与同类机关相比偏离：${list.zh}`, en: `Far from its peers: ${list.en}` },
    };
  },
  valid: () => [
    example('2021', { subject: { peers: usual } }),
    // one more peer does not change what is usual, far off as its city's bureau is
    example('2021', {
      subject: {
        peers: [...usual, { bureauKey: '640100:卫生健康局', figures: { 'disclosures.penalties.decisions': 9000 } }],
      },
    }),
    // nothing varies among the peers: no measure of distance
    example('2021', {
      cells: { 'disclosures.penalties.decisions': 90 },
      subject: { peers: peers(44, 44, 44, 44, 44, 44, 44, 44) },
    }),
  ],
  invalid: () => [
    {
      subject: example('2021', { cells: { 'disclosures.penalties.decisions': 440 }, subject: { peers: usual } }),
      says: ['与同类机关相比偏离：表二「行政处罚」处理决定数量 440，同类中位数 41.5（8 份）'],
    },
  ],
  unassessable: () => [
    { subject: example('2021', { subject: { peers: usual.slice(0, 7) } }), code: 'too-few' },
    // those of cities are no peers of a district's
    {
      subject: example('2021', {
        subject: { peers: usual.map((peer, index) => ({ ...peer, bureauKey: `640${index + 1}00:卫生健康局` })) },
      }),
      code: 'too-few',
    },
  ],
});
