import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { fromBuffer, type ZipFile } from 'yauzl';
import { doubtful } from '../../src/checks/doubt.ts';
import { GovinfoError } from '../../src/errors.ts';
import { sourceFile } from '../../src/parsing/intake/source-file.ts';
import type { Address, Report } from '../../src/report/report.ts';
import { built } from '../built.ts';
import { zipFile } from '../documents/zip.ts';
import { dice, say, size } from './crew.ts';

const total = size('DOCUMENTS', 200);
const samples = join(import.meta.dirname, '../../samples');
const { readReport }: { readReport(file: ReturnType<typeof sourceFile>): Promise<Report> } = await import(
  pathToFileURL(join(built, 'parsing/read-report.js')).href
);

interface Seed {
  name: string;
  bytes: Buffer;
  report: Report;
  /** The text that carries the words, and how a changed one becomes a file again; none where it is packed too deep. */
  words?: { text: string; pack(text: string): Promise<Buffer> };
}
type Roll = () => number;
const pick = <T>(roll: Roll, all: readonly T[]): T => all[Math.floor(roll() * all.length)]!;

/** Bytes that break: flipped, lost, doubled, put in, cut off. */
function breakBytes(bytes: Buffer, roll: Roll): Buffer {
  let now = Buffer.from(bytes);
  for (let changes = 1 + Math.floor(roll() * 8); changes > 0; changes--) {
    const at = Math.floor(roll() * now.length);
    const length = Math.floor(roll() ** 3 * 2000);
    const kind = Math.floor(roll() * 5);
    if (kind === 0) now[at] = Math.floor(roll() * 256);
    else if (kind === 1) now = Buffer.concat([now.subarray(0, at), now.subarray(at + length)]);
    else if (kind === 2) now = Buffer.concat([now.subarray(0, at), now.subarray(at, at + length), now.subarray(at)]);
    else if (kind === 3)
      now = Buffer.concat([
        now.subarray(0, at),
        Buffer.from(Array.from({ length: 20 }, () => roll() * 256)),
        now.subarray(at),
      ]);
    else if (roll() < 0.2) now = now.subarray(0, at);
  }
  return now;
}

/** Pieces of markup, or lines, lost, doubled, swapped. */
function breakStructure(text: string, roll: Roll): string {
  const pieces = text.includes('<') ? text.split(/(<[^>]*>)/) : text.split(/(\n)/);
  for (let changes = 1 + Math.floor(roll() * 3); changes > 0; changes--) {
    const [at, to] = [Math.floor(roll() * pieces.length), Math.floor(roll() * pieces.length)];
    const kind = Math.floor(roll() * 3);
    if (kind === 0) pieces.splice(at, 1 + Math.floor(roll() * 3));
    else if (kind === 1) pieces.splice(to, 0, pieces[at]!);
    else [pieces[at], pieces[to]] = [pieces[to]!, pieces[at]!];
  }
  return pieces.join('');
}

/** Letters of the words lost, doubled, changed, or blanks put between them; every digit stays as it is. */
function breakLabels(text: string, roll: Roll): string {
  const places = [...text.matchAll(/\p{Script=Han}/gu)].map(({ index }) => index);
  const letters = [...text];
  for (let changes = 1 + Math.floor(roll() * 6); changes > 0; changes--) {
    const at = pick(roll, places);
    letters[at] = pick(roll, ['', `${letters[at]}${letters[at]}`, '某', ` ${letters[at]}`, '\u200b', '囗']);
  }
  return letters.join('');
}

/** One printed number becomes another that stands nowhere else. */
function changeNumber(text: string, roll: Roll): { text: string; before: number; after: number } | undefined {
  const cells = [...text.matchAll(/(?<=[>\s|])(\d{1,4})(?=[<\s|])/g)];
  if (!cells.length) return undefined;
  const { 0: printed, index } = pick(roll, cells);
  const after = 7919 + Math.floor(roll() * 80) * 11;
  return {
    text: text.slice(0, index) + after + text.slice(index + printed.length),
    before: Number(printed),
    after,
  };
}

/** Cells that say another number than before, with nothing that makes a person look. */
const silentlyOther = (seed: Report, now: Report): Address[] =>
  (Object.keys(now.cells) as Address[]).filter((address) => {
    const [before, after] = [seed.cells[address], now.cells[address]!];
    return after.state === 'number' && after.value !== before?.value && !doubtful(now, address);
  });

async function unzip(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: false, autoClose: true }, (error, file) =>
      error ? reject(error) : resolve(file!),
    ),
  );
  const reading: Promise<[string, Buffer]>[] = [];
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry) =>
      reading.push(
        new Promise((done, failed) =>
          zip.openReadStream(entry, (error, stream) =>
            error ? failed(error) : buffer(stream!).then((content) => done([entry.fileName, content]), failed),
          ),
        ),
      ),
    );
    zip.on('end', resolve);
    zip.on('error', reject);
  });
  return new Map((await Promise.all(reading)).filter(([part]) => !part.endsWith('/')));
}

async function seedOf(name: string): Promise<Seed | undefined> {
  const bytes = readFileSync(join(samples, name));
  const report = await readReport(sourceFile(name, bytes)).catch(() => undefined);
  if (!report) return undefined;
  if (/\.(txt|md|html)$/.test(name))
    return { name, bytes, report, words: { text: bytes.toString(), pack: async (text) => Buffer.from(text) } };
  if (!name.endsWith('.docx')) return { name, bytes, report };
  const parts = await unzip(bytes);
  const main = 'word/document.xml';
  return {
    name,
    bytes,
    report,
    words: {
      text: parts.get(main)!.toString(),
      pack: (text) => zipFile([...parts].map(([part, content]) => [part, part === main ? Buffer.from(text) : content])),
    },
  };
}

test(
  `${total} broken documents: no crash, no hang, no number that the document does not say`,
  async () => {
    const names = readdirSync(samples).filter(
      (name) => /\.(txt|md|html|docx|pdf|xlsx)$/.test(name) && !name.includes('扫描'),
    );
    const seeds = (await Promise.all(names.map(seedOf))).filter((seed) => seed !== undefined);
    const roll = dice(total);
    const results: Record<string, number> = {};
    const bad: string[] = [];
    const silent: string[] = [];
    const count = (what: string) => {
      results[what] = (results[what] ?? 0) + 1;
    };

    async function one(n: number): Promise<void> {
      const seed = pick(roll, seeds);
      const kind = seed.words ? pick(roll, ['bytes', 'structure', 'labels', 'number', 'number'] as const) : 'bytes';
      const words = seed.words;
      let bytes = seed.bytes;
      let changed: ReturnType<typeof changeNumber>;
      if (!words || kind === 'bytes') bytes = breakBytes(bytes, roll);
      else if (kind === 'structure') bytes = await words.pack(breakStructure(words.text, roll));
      else if (kind === 'labels') bytes = await words.pack(breakLabels(words.text, roll));
      else {
        changed = changeNumber(words.text, roll);
        if (changed) bytes = await words.pack(changed.text);
      }
      count(kind);
      const name = `${n} ${kind} of ${seed.name}`;
      try {
        const report = await readReport(sourceFile(seed.name, bytes));
        count('read');
        const other = silentlyOther(seed.report, report);
        if (kind === 'labels')
          for (const address of other)
            silent.push(
              `${name}: ${address} was ${seed.report.cells[address]?.value} is ${report.cells[address]?.value}`,
            );
        if (changed) {
          const astray = other.filter((address) => report.cells[address]?.value !== changed.after);
          const hit = (Object.keys(report.cells) as Address[]).filter(
            (at) => report.cells[at]?.value === changed.after,
          );
          if (astray.length || hit.length > 1)
            silent.push(`${name}: ${changed.before}→${changed.after} moved ${[...astray, ...hit]}`);
        }
      } catch (error) {
        if (!(error instanceof GovinfoError) && !(error instanceof Error && 'code' in error && 'words' in error))
          bad.push(`${name}: ${error}`);
        else {
          const { code } = error as GovinfoError;
          count('refused');
          if (/STOPPED|LIMIT/.test(code)) bad.push(`${name}: ${code}`);
        }
      }
    }

    const start = process.memoryUsage().rss;
    let next = 0;
    await Promise.all(
      Array.from({ length: 2 }, async () => {
        while (next < total) await one(next++);
      }),
    );
    say('documents', {
      documents: total,
      ...results,
      'crashes and hangs': bad.length,
      'silent wrong numbers': silent.length,
      'memory start/end MB': [start, process.memoryUsage().rss].map((b) => Math.round(b / 2 ** 20)).join('/'),
    });
    for (const line of [...bad, ...silent].slice(0, 40)) console.log(line);
    expect(bad).toEqual([]);
    expect(silent).toEqual([]);
  },
  60_000 + total * 1000,
);
