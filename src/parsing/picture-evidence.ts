import type { Place } from '../report/report.ts';
import { childPool } from './intake/child-pool.ts';
import type { SourceFile } from './intake/source-file.ts';
import type { EvidencePicture } from './readers/pdf/evidence-picture.ts';

const isCompiled = import.meta.url.endsWith('.js');
const picturing = childPool({ module: new URL('intake/picturing-child.js', import.meta.url), size: 1 });

/**
 * Pictures of the places where cells stand in a PDF, painted in a process of its own: PNG, one a page. Throws where the
 * file takes too long or too much memory; empty where nothing can be shown.
 */
export async function pictureEvidence({ bytes }: SourceFile, places: readonly Place[]): Promise<EvidencePicture[]> {
  if (!isCompiled) {
    const { evidencePictures } = await import('./readers/pdf/evidence-picture.ts');
    return evidencePictures(bytes, places);
  }
  const { pictures } = (await picturing.run({ bytes, places: [...places] })) as { pictures: EvidencePicture[] };
  return pictures;
}
