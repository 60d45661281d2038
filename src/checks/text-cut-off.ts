import { defineCheck } from './define-check.ts';
import { example } from './example.ts';
import { isNothing } from './other-matters-empty.ts';
import { textOf } from './text-of.ts';

const finished = /[。！？!?；;)）】”"》]/;
const closing =
  /附件|附表|电话|邮编|邮箱|地址|联系|网址|https?:|www\.|\d{4}年\d{1,2}月(\d{1,2}日)?$|[〇○零一二三四五六七八九十]{4}年[一二三四五六七八九十]{1,3}月/;
/** A line that names a body and ends there signs the report. */
const signature = /^[^,。;:、]{2,30}(局|委|办|厅|院|府|部|署|处|会|所|站|队|中心|街道|镇|乡)$/;

export default defineCheck({
  id: 'text-cut-off',
  title: { zh: '文末截断', en: 'Text cut off' },
  severity: 'note',
  tags: ['reading'],
  docs: {
    zh: '最后一部分的结尾没有句号，也不是联系方式、署名或日期。可能是转换时丢了后面的文字。看原文末尾是否完整。署名、日期、附件清单不提示。',
    en: 'The last section ends without a full stop and without contact, signature or date. The rest may have got lost in conversion. Look at the end of the original. Signatures, dates and lists of attachments are fine.',
  },
  *run({ report }) {
    const last = report.sections.at(-1);
    if (!last) return;
    const text = textOf(report, last.id).trim();
    const line = text.split('\n').at(-1) ?? '';
    if (
      text.length < 4 ||
      isNothing(text) ||
      finished.test(text.slice(-1)) ||
      closing.test(line) ||
      signature.test(line)
    )
      return;
    const printed = last.paragraphs.at(-1)?.text ?? text;
    const tail = printed.replace(/\s/g, '').slice(-12);
    yield {
      cells: [],
      slot: 'end',
      message: {
        zh: `结尾没有句号：…${tail}；后文可能未读到`,
        en: `The text ends without a full stop: …${tail}; the rest may be lost`,
      },
      evidence: [{ kind: 'quote', text: tail, section: last.id, place: last.paragraphs.at(-1)?.place ?? last.place }],
    };
  },
  valid: () => [
    example('2021'),
    example('2021', { text: { other: ['未收取信息处理费。', '示例区卫生健康局', '2022年1月20日'] } }),
    example('2021', { text: { other: ['未收取信息处理费。', '示例区古镇街道办事处', '二〇二二年一月二十日'] } }),
    example('2021', { text: { other: '无其他需要报告的事项' } }),
  ],
  invalid: () => [
    {
      subject: example('2021', { text: { other: '本机关2021年未收到政府信息公开申请，未收取信息处理费' } }),
      says: ['结尾没有句号：…开申请，未收取信息处理费；后文可能未读到'],
    },
  ],
});
