import { GovinfoError, type Words } from '../../errors.ts';

const pack: Words = {
  zh: '请解压后把里面的报告发来，或打包成 ZIP',
  en: 'please unpack it and send the reports inside, or pack them as ZIP',
};
const asPdf: Words = { zh: '请另存为 PDF 后再发', en: 'please save it as PDF and send that' };
const asWord: Words = { zh: '请另存为 DOCX 或 PDF 后再发', en: 'please save it as DOCX or PDF and send that' };
const asSheet: Words = { zh: '请另存为 XLSX 后再发', en: 'please save it as XLSX and send that' };

/** Formats that people do send, and what to do about each; the keys are those of `file-type`, `ofd` and `wps` added. */
const known: Partial<Record<string, { name: string; advice: Words }>> = {
  rar: { name: 'RAR', advice: pack },
  '7z': { name: '7z', advice: pack },
  gz: { name: 'gzip', advice: pack },
  tar: { name: 'tar', advice: pack },
  xz: { name: 'xz', advice: pack },
  bz2: { name: 'bzip2', advice: pack },
  ofd: { name: 'OFD', advice: asPdf },
  ppt: { name: 'PPT', advice: asPdf },
  pptx: { name: 'PPTX', advice: asPdf },
  rtf: { name: 'RTF', advice: asWord },
  odt: { name: 'ODT', advice: asWord },
  wps: { name: 'WPS', advice: asWord },
  xls: { name: 'XLS', advice: asSheet },
  ods: { name: 'ODS', advice: asSheet },
};

/** A format that no reader takes, with what to do instead. */
export function unsupported(kind: string): GovinfoError {
  const { name, advice } = known[kind] ?? {
    name: kind,
    advice: {
      zh: '请改用 PDF、Word、网页、Excel、Markdown 或文本',
      en: 'use PDF, Word, a web page, Excel, Markdown or text',
    },
  };
  return new GovinfoError('E-FORMAT', {
    zh: `不支持 ${name} 格式，${advice.zh}`,
    en: `the format ${name} is not supported; ${advice.en}`,
  });
}
