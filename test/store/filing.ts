import { createHash } from 'node:crypto';
import type { Finding } from '../../src/report/finding.ts';
import { type Address, addressesOf } from '../../src/report/forms/index.ts';
import type { Cell, Report } from '../../src/report/report.ts';
import type { Filing, Origin } from '../../src/store/store.ts';

const place = { page: 3, line: 12, reader: 'text' as const };

/** A cell as a reader hands it over. */
export const cell = (value: number | null, more: Partial<Cell> = {}): Cell => ({
  value,
  raw: value === null ? '' : String(value),
  state: value === null ? 'blank' : 'number',
  place,
  trust: 'high',
  ...more,
});

/** A finding as a check makes it: 表三 （七）总计, off by one, unless told otherwise. */
export const finding = (more: Partial<Finding> = {}): Finding => ({
  check: 'applications-balance',
  severity: 'error',
  tags: ['reconciliation'],
  origin: 'report',
  cells: ['applications.received.total', 'applications.concluded.total'],
  message: { zh: '总计：收到 12 件，办结与结转 11 件', en: 'Total: 12 received, 11 concluded or carried out' },
  lines: [],
  slot: 'applications',
  evidence: [],
  also: [],
  ...more,
});

export interface Sketch {
  bureau?: string | null;
  year?: number | null;
  cells?: Partial<Record<Address, Cell | undefined>>;
  findings?: Finding[];
  bytes?: string;
  origin?: Origin;
  arrivedAt?: string;
}

/** A report of the 2021 form with zeros everywhere, except where the sketch says otherwise. */
export function report({ bureau = '演示县卫生健康局', year = 2021, cells = {} }: Sketch = {}): Report {
  const zeros = (['disclosures', 'applications', 'disputes'] as const).flatMap((table) =>
    addressesOf('2021', table).map((address) => [address, cell(0)] as const),
  );
  return {
    bureau,
    bureauKey: bureau && `640106:${bureau}`,
    aliases: [],
    region: { code: '640106', path: ['宁夏回族自治区', '银川市', '金凤区'] },
    regionCandidates: [],
    year,
    period: null,
    publishedOn: null,
    title: null,
    identity: { bureau: null, region: null, year: null, period: null },
    forms: { disclosures: '2021', applications: '2021', disputes: '2021' },
    cells: Object.fromEntries(Object.entries({ ...Object.fromEntries(zeros), ...cells }).filter(([, cell]) => cell)),
    tables: { disclosures: null, applications: null, disputes: null },
    preamble: [],
    sections: [],
    facts: [],
    problems: [],
    measures: [],
    source: { format: 'pdf', pages: 5, recognised: false },
  };
}

/** A report on its way into the store; its bytes are `bytes`, or else follow from what it says. */
export function filing(sketch: Sketch = {}): Filing {
  const said = report(sketch);
  const bytes = sketch.bytes ?? JSON.stringify(said);
  return {
    entry: { report: said, findings: sketch.findings ?? [], notAssessed: [] },
    file: {
      name: `${said.bureau}${said.year}.pdf`,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      size: bytes.length,
    },
    origin: sketch.origin ?? { scope: 'workspace' },
    arrivedAt: sketch.arrivedAt ?? '2026-03-01T08:00:00.000Z',
  };
}
