import { Converter, type ConverterFunction } from 'opencc-js/t2cn';

/** Characters that stand in traditional text only; one is enough to tell such a line. */
const traditional = new RegExp(
  '[總開報關係辦護機構結轉請條數據現鄉鎮縣區廳處罰強製檔應會與國單項內務業組織團體於後準繳費補無當複議訴訟審維糾兩萬億規則過發' +
    '標題時間網聯絡電話傳詢監測達檢訓練設備個這們對並進動態導實際營經濟環衛醫療藥親愛優點擊續積極為從類數計長門員問題書證財產農漁' +
    '黨陽陰龍馬鳥魚齊蘇廣東遼寧貴雲見車貝頁風飛飯館學習創責績勞紀錄級約線編號閱讀譯認識詞語說該論調課講謝評診訪許記訂額頻顯願顧]',
  'u',
);

/** What converters make of the form's words, set right after conversion. */
const slips: readonly (readonly [RegExp, string])[] = [
  [/规范性档案/gu, '规范性文件'],
  [/主动公开档案/gu, '主动公开文件'],
  [/行政强製/gu, '行政强制'],
];

let convert: ConverterFunction | undefined;

/** Traditional text as simplified text; simplified text comes back untouched. */
export const simplify = (text: string): string => (traditional.test(text) ? simplifyAll(text) : text);

/** The same for a few words, where no character tells which script they are in. */
export function simplifyAll(text: string): string {
  convert ??= Converter({ from: 't', to: 'cn' });
  return slips.reduce((done, [slip, right]) => done.replace(slip, right), convert(text));
}
