import type { Place } from '../../report/report.ts';
import { evidencePictures } from '../readers/pdf/evidence-picture.ts';

process.on('message', async ({ bytes, places }: { bytes: Uint8Array; places: Place[] }) => {
  process.send?.({ pictures: await evidencePictures(bytes, places).catch(() => []) });
});
