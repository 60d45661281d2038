import { h, icon } from './dom.ts';
import type { FileShape } from './shapes.ts';
import { words } from './words.ts';

/** Opens a window over the page; returns its body and how to close it. */
function openSheet(title: string, ...tools: Node[]): HTMLElement {
  const body = h('div', { class: 'sheet-body' });
  const close = () => {
    sheet.close();
    sheet.remove();
  };
  const closing = h(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': words.close, onclick: close },
    icon('close'),
  );
  const sheet = h(
    'dialog',
    { class: 'sheet', 'aria-label': title, oncancel: close },
    h('header', {}, h('h2', {}, title), ...tools, closing),
    body,
  );
  document.body.append(sheet);
  sheet.showModal();
  return body;
}

export function openPicture(source: string, alt: string): void {
  openSheet(alt || words.image).append(h('img', { src: source, alt, class: 'whole' }));
}

const address = (file: FileShape): string => new URL(file.url_private ?? '', location.href).pathname;

export const canPreview = (file: FileShape): boolean =>
  /^(pdf|png|jpg|gif|text|markdown|csv|json)$/.test(file.filetype ?? '');

/** Shows a file: PDF pages drawn here, pictures, or plain text. The file itself is never opened as a document. */
export async function openFile(file: FileShape): Promise<void> {
  const download = h(
    'a',
    { class: 'icon-button', href: address(file), download: file.name, 'aria-label': words.download },
    icon('save'),
  );
  const body = openSheet(file.name ?? '', download);
  if (!canPreview(file)) {
    body.append(h('p', { class: 'empty' }, words.cannotPreview));
    return;
  }
  const waiting = h('p', { class: 'empty' }, words.loading);
  body.append(waiting);
  const response = await fetch(address(file));
  const bytes = await response.arrayBuffer();
  try {
    if (file.filetype === 'pdf') await drawPdf(bytes, body);
    else if (/^(png|jpg|gif)$/.test(file.filetype ?? '')) {
      const source = URL.createObjectURL(new Blob([bytes], { type: file.mimetype ?? '' }));
      body.append(h('img', { src: source, alt: file.alt_txt ?? file.name ?? '', class: 'whole' }));
    } else body.append(h('pre', { class: 'plain-file' }, new TextDecoder().decode(bytes)));
  } catch {
    body.append(h('p', { class: 'empty' }, words.cannotPreview));
  }
  waiting.remove();
}

async function drawPdf(bytes: ArrayBuffer, body: HTMLElement): Promise<void> {
  const pdfjs = await import('/vendor/pdfjs/legacy/build/pdf.min.mjs');
  pdfjs.GlobalWorkerOptions.workerSrc = '/vendor/pdfjs/legacy/build/pdf.worker.min.mjs';
  const pdf = await pdfjs.getDocument({
    data: bytes,
    cMapUrl: '/vendor/pdfjs/cmaps/',
    cMapPacked: true,
    standardFontDataUrl: '/vendor/pdfjs/standard_fonts/',
    wasmUrl: '/vendor/pdfjs/wasm/',
  }).promise;
  for (let number = 1; number <= Math.min(pdf.numPages, 50); number++) {
    const page = await pdf.getPage(number);
    const natural = page.getViewport({ scale: 1 });
    const wide = Math.min(body.clientWidth - 32, 900) / natural.width;
    const viewport = page.getViewport({ scale: wide * Math.min(devicePixelRatio, 2) });
    const canvas = h('canvas', {
      width: viewport.width,
      height: viewport.height,
      role: 'img',
      'aria-label': `${words.page} ${number}`,
    });
    canvas.style.width = `${natural.width * wide}px`;
    body.append(h('figure', { class: 'pdf-page' }, canvas, h('figcaption', {}, `${number} / ${pdf.numPages}`)));
    await page.render({ canvas, viewport }).promise;
  }
}
