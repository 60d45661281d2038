import { readFile } from 'node:fs/promises';
import type { GreyImage, PixelArea } from './grey-image.ts';
import { recognitionPackages } from './no-text-layer.ts';

/** Reads the one line of text in an area of a picture. */
export type Recogniser = (image: GreyImage, area: PixelArea) => Promise<string>;

/** The parts of the two packages that are used; they are no dependencies, so their own types may not be there. */
interface Runtime {
  env: { wasm: { numThreads: number } };
  InferenceSession: {
    create(model: Uint8Array): Promise<{
      inputNames: string[];
      outputNames: string[];
      run(feeds: object): Promise<Record<string, { data: Float32Array; dims: number[] }>>;
    }>;
  };
  Tensor: new (type: 'float32', data: Float32Array, dims: number[]) => object;
}
interface Models {
  default: { recognitionPath: string; dictionaryPath: string };
}

/** Paper around a line, in parts of its height; where the model sees nothing with the first, it may with the next. */
const margins = [0.18, 0.35, 0.08];
/** Stands for ink that cannot be made out, so that its cell never passes for a blank one. */
export const unreadable = '?';
/** Height of the lines that the model was trained on. */
const lineHeight = 48;

/** A recogniser, if both packages are installed; neither fetches anything. */
export async function loadRecogniser(): Promise<Recogniser | null> {
  const [runtimeModule, modelsModule]: string[] = [`${recognitionPackages[0]}/wasm`, `${recognitionPackages[1]}/node`];
  let runtime: Runtime;
  let models: Models;
  try {
    [runtime, models] = await Promise.all([import(runtimeModule!), import(modelsModule!)]);
  } catch {
    return null;
  }
  runtime.env.wasm.numThreads = 1;
  const session = await runtime.InferenceSession.create(await readFile(models.default.recognitionPath));
  const characters = ['', ...(await readFile(models.default.dictionaryPath, 'utf8')).split('\n'), ' '];
  return async (image, area) => {
    for (const margin of margins) {
      const { data, width } = modelInput(image, area, margin);
      const input = new runtime.Tensor('float32', data, [1, 3, lineHeight, width]);
      const output = (await session.run({ [session.inputNames[0]!]: input }))[session.outputNames[0]!]!;
      const text = decode(output.data, output.dims.at(-1)!, characters).trim();
      if (text) return text;
    }
    return unreadable;
  };
}

/** Columns of the model's input that an area takes, about. */
export const modelWidth = ({ x0, y0, x1, y1 }: PixelArea): number =>
  Math.max(lineHeight, Math.ceil(((x1 - x0) * lineHeight) / Math.max(1, y1 - y0)));

/** The area with a margin, scaled to the model's height, from -1 black to 1 white, three times over for the colours. */
function modelInput(
  image: GreyImage,
  { x0, y0, x1, y1 }: PixelArea,
  part: number,
): { data: Float32Array; width: number } {
  const margin = Math.max(2, Math.round((y1 - y0) * part));
  const [left, top] = [x0 - 2 * margin, y0 - margin];
  const [across, down] = [x1 - x0 + 4 * margin, y1 - y0 + 2 * margin];
  const factor = down / lineHeight;
  const width = Math.max(lineHeight, Math.ceil(across / factor));
  const plane = new Float32Array(lineHeight * width).fill(1);
  for (let y = 0; y < lineHeight; y++) {
    for (let x = 0; x < Math.min(width, across / factor); x++) {
      plane[y * width + x] =
        sampled(image, left + (x + 0.5) * factor - 0.5, top + (y + 0.5) * factor - 0.5) / 127.5 - 1;
    }
  }
  const data = new Float32Array(3 * plane.length);
  for (let channel = 0; channel < 3; channel++) data.set(plane, channel * plane.length);
  return { data, width };
}

/** Brightness between pixels; beyond the picture there is paper. */
function sampled({ width, height, data }: GreyImage, x: number, y: number): number {
  const [x0, y0] = [Math.floor(x), Math.floor(y)];
  const at = (px: number, py: number) =>
    px < 0 || py < 0 || px >= width || py >= height ? 255 : data[py * width + px]!;
  const [fx, fy] = [x - x0, y - y0];
  const upper = at(x0, y0) * (1 - fx) + at(x0 + 1, y0) * fx;
  const lower = at(x0, y0 + 1) * (1 - fx) + at(x0 + 1, y0 + 1) * fx;
  return upper * (1 - fy) + lower * fy;
}

/** The likeliest character at each step; repeats and the empty one between them dropped. */
function decode(scores: Float32Array, classes: number, characters: string[]): string {
  let text = '';
  let last = 0;
  for (let step = 0; step < scores.length; step += classes) {
    let best = 0;
    for (let i = 1; i < classes; i++) if (scores[step + i]! > scores[step + best]!) best = i;
    if (best !== last && best !== 0) text += characters[best] ?? '';
    last = best;
  }
  return text;
}
