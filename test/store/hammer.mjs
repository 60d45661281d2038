// Saves reports for as long as it lives, and says on standard output what the store has acknowledged.
import { createHash } from 'node:crypto';

const [program, url, name, sample] = process.argv.slice(2);
const { openStore } = await import(program);
const store = await openStore(url);
for (let i = 0; ; i++) {
  const filing = JSON.parse(sample);
  const bureau = `${i % 19}局`;
  const year = 2020 + (i % 2);
  Object.assign(filing.entry.report, { bureau, bureauKey: bureau, year });
  filing.file.sha256 = createHash('sha256').update(`${name} ${i}`).digest('hex');
  const { stored } = await store.reports.save(filing);
  process.stdout.write(`${stored.bureauKey} ${stored.year} ${stored.version} ${filing.file.sha256}\n`);
  await new Promise(setImmediate);
}
