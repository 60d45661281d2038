import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MessageFile } from '../views/message.ts';

/** Writes the files of an answer into a folder, over what has their name, and says where they are. */
export async function saveFiles(files: readonly MessageFile[], folder: string): Promise<void> {
  for (const { name, bytes } of files) {
    const path = join(folder, name);
    await writeFile(path, bytes);
    process.stdout.write(`${path}\n`);
  }
}
