import { defineCheck } from './define-check.ts';
import { example } from './example.ts';
import { wholeText } from './text-of.ts';

/** A phone number, a mail or web address, or a postal address given as such. */
const contact =
  /(?<!\d)0\d{2,3}[-—–―)]?\d{7,8}(?!\d)|(?<!\d)1[3-9]\d{9}(?!\d)|[\w.-]+@[\w-]+\.[\w.]+|https?:|www\.|(电话|传真|地址|邮编|邮政编码|邮箱|信箱)[:：]|(电话|传真)[^。;]{0,8}\d{7,8}|(通信|通讯|联系|办公|邮寄|单位)地址/i;

export default defineCheck({
  id: 'contact-missing',
  title: { zh: '联系方式', en: 'Contact' },
  severity: 'note',
  tags: ['missing'],
  docs: {
    zh: '全文没有电话、邮箱、网址或通信地址。写明联系方式便于公众询问，是通行做法。可建议机关下次写明。正文里泛指的“咨询电话”不算联系方式。',
    en: 'No phone number, mail, web or postal address anywhere. A contact lets the public ask, and is good practice. Suggest it for next time. A hotline mentioned in a sentence is no contact.',
  },
  *run({ report }) {
    if (contact.test(wholeText(report))) return;
    yield {
      cells: [],
      slot: 'contact',
      message: {
        zh: '全文未见联系方式（电话、邮箱、网址或地址）',
        en: 'No contact (phone, mail, web or postal address) is given',
      },
    };
  },
  valid: () => [
    example('2021'),
    example('2021', { preamble: '如有疑问，请与办公室联系，电话（0951）5012345。' }),
    example('2021', { preamble: '联系我们。', text: { other: '报告见示例区政府网站（www.example.gov.cn）。' } }),
  ],
  invalid: () => [
    {
      subject: example('2021', { preamble: '本报告依据《条例》编制，公开咨询电话畅通。' }),
      says: ['全文未见联系方式（电话、邮箱、网址或地址）'],
    },
  ],
});
