import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { toleratedIn } from '../checks/run-checks.ts';
import { GovinfoError } from '../errors.ts';
import { sourceFile } from '../parsing/intake/source-file.ts';
import { trace as traceFile } from '../parsing/trace.ts';
import { parseOptions, UsageError } from './usage.ts';

/**
 * `govinfo trace [--pictures FOLDER] FILE`: shows how each number was read, step by step. With a folder, draws the pages
 * of a PDF or a scan there as page-1.png and so on, with the cells framed. Returns 0, or 2 where the file could not be read.
 */
export async function trace(args: string[]): Promise<number> {
  const { values, positionals } = parseOptions({
    args,
    options: { pictures: { type: 'string' } },
    allowPositionals: true,
  });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new UsageError('trace: name one file');
  try {
    const { steps, pictures, report, error } = await traceFile(sourceFile(basename(path), await readFile(path)));
    // Where a tolerance, and not an equal number, is why a check keeps silent.
    const tolerated = report ? toleratedIn({ report }) : [];
    const silent = tolerated.map(({ check, words }) => `silent    ${check}: ${words.zh} / ${words.en}`);
    process.stdout.write(`${[...steps, ...silent].join('\n')}\n`);
    if (values.pictures !== undefined) await draw(values.pictures, pictures);
    return error ? refused(error) : 0;
  } catch (error) {
    if (error instanceof GovinfoError) return refused(error);
    throw error;
  }
}

function refused({ code, words }: GovinfoError): number {
  process.stdout.write(`${code} ${words.zh} / ${words.en}\n`);
  return 2;
}

async function draw(folder: string, pictures: Awaited<ReturnType<typeof traceFile>>['pictures']): Promise<void> {
  await mkdir(folder, { recursive: true });
  for await (const { page, png } of pictures) {
    const path = join(folder, `page-${page}.png`);
    await writeFile(path, png);
    process.stderr.write(`${path}\n`);
  }
}
