import { decodeText } from '../../intake/decode.ts';

/** A page that a browser or Word saved as one file (MHTML, RFC 2557): a mail whose parts are the page and what it shows. */
const firstField = /^\s*(?:from|subject|date|mime-version|content-[\w-]+|snapshot-[\w-]+|x-[\w-]+):/i;
const ofPage = /^content-type:\s*(?:multipart\/related|text\/html)/im;
/** Its fields stand at the top, long titles and addresses with them. */
const fieldBytes = 8192;

export function isWebArchive(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, fieldBytes)).toString('latin1');
  return firstField.test(head) && ofPage.test(head);
}

/** A part of the file: what it is called in the page, and its bytes. */
interface Part {
  type: string;
  /** `cid:…` and its address. */
  names: string[];
  bytes: Uint8Array;
}

/** The page as HTML, with its frames and style sheets in their place; nothing is fetched. */
export function pageOfArchive(bytes: Uint8Array): string {
  const parts = partsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
  const page = parts.find(({ type }) => type === 'text/html');
  if (!page) return '';
  const left = new Set(parts);
  // A page that shows itself is shown once.
  const written = (part: Part): string => {
    left.delete(part);
    return decodeText(part.bytes).replace(shown, (tag, what: string, name: string) => {
      const other = [...left].find(({ names }) => names.includes(name.replaceAll('&amp;', '&')));
      if (other?.type === 'text/html' && what.toLowerCase() !== 'link') return written(other);
      if (other?.type === 'text/css' && what.toLowerCase() === 'link')
        return `<style>${decodeText(other.bytes).replaceAll('</', '')}</style>`;
      return tag;
    });
  };
  return written(page);
}

/** What is shown in a page and may lie beside it. */
const shown = /<(i?frame|link)\b[^>]{0,2000}?\b(?:src|href)\s*=\s*["']?([^"'\s>]+)[^>]*>/gi;

/** All parts, as deep as they are nested. */
function partsOf(mail: string, depth = 0): Part[] {
  const end = /\r?\n\r?\n/.exec(mail);
  if (!end || depth > 3) return [];
  const fields = mail.slice(0, end.index).replace(/\r?\n[ \t]+/g, ' ');
  const body = mail.slice(end.index + end[0].length);
  const field = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(fields)?.[1]?.trim() ?? '';
  const type = field('content-type');
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^;\s]+))/i.exec(type);
  if (/^multipart\//i.test(type) && boundary)
    return body
      .split(`--${boundary[1] ?? boundary[2]}`)
      .slice(1)
      .flatMap((part) => partsOf(part.replace(/^\r?\n/, ''), depth + 1));
  const id = /<(.+)>/.exec(field('content-id'))?.[1];
  return [
    {
      type: type.split(';')[0]!.trim().toLowerCase(),
      names: [...(id ? [`cid:${id}`] : []), field('content-location')],
      bytes: decoded(body, field('content-transfer-encoding').toLowerCase()),
    },
  ];
}

function decoded(body: string, encoding: string): Uint8Array {
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const bytes = body
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1');
}
