// npm run bench [FOLDER…]: measurements, each beside what it is compared with. Without a folder, over samples/.
import { join } from 'node:path';
import { benchChecks } from './checks.mjs';
import { benchImport } from './import.mjs';
import { benchQuestions } from './questions.mjs';
import { benchReading } from './reading.mjs';
import { benchReply } from './reply.mjs';
import { benchStore } from './store.mjs';

const folders = process.argv.slice(2);
const reports = folders.length > 0 ? folders : [join(import.meta.dirname, '../samples')];
await benchReading(reports);
await benchChecks(reports);
await benchStore(10_000);
await benchQuestions(10_000);
await benchReply();
await benchImport(500);
process.exit(0);
