import type { PDFPageProxy } from 'pdfjs-dist';

/** What matters of a font here. */
export interface FontFacts {
  /** What one unit of a letter's width is at size 1. */
  unit: number;
  vertical: boolean;
  /** Its letters are little drawings, with colours and a size of their own. */
  drawn: boolean;
  /** Whether what the file says of a letter's meaning may not be what the letter looks like. */
  mayLie(code: number, text: string): boolean;
}

/** A font as pdfjs gives it, with what it is asked for beyond the usual. */
interface Font {
  name?: string;
  fontMatrix?: number[];
  vertical?: boolean;
  isType3Font?: boolean;
  composite?: boolean;
  isSymbolicFont?: boolean;
  /** Names of letters by code: those of the font's own table, and of the table it builds on. */
  differences?: string[];
  defaultEncoding?: string[];
  /** Letters by code; with a first one, where codes were taken for letters for want of anything better. */
  toUnicode?: { firstChar?: number; _map?: (string | undefined)[] };
}

const digitNames = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
/** Letters that no text shows; a font may draw something all the same. */
const invisible = /^\p{Cf}*$/u;
/** Fonts of signs: where others have digits they have ticks and arrows. */
const ofSigns = /dingbats|wingdings|webdings/i;

export function fontFacts(name: string, { commonObjs }: PDFPageProxy): FontFacts {
  const font: Font = commonObjs.has(name) ? commonObjs.get(name) : {};
  const isOfSigns = ofSigns.test(font.name ?? '');
  const { firstChar, _map: told } = font.toUnicode ?? {};
  const isGuessed = (code: number) => firstChar !== undefined || (told !== undefined && told[code] === undefined);
  return {
    unit: font.fontMatrix?.[0] ?? 0.001,
    vertical: Boolean(font.vertical),
    drawn: Boolean(font.isType3Font),
    mayLie(code, text) {
      const isDigit = /^\p{Nd}$/u.test(text);
      const drawn = font.composite ? undefined : digitOf(nameOf(font, code));
      if (drawn !== undefined) return text.normalize('NFKC') !== drawn;
      return isDigit ? isOfSigns || isGuessed(code) : invisible.test(text);
    },
  };
}

/** The name of a letter. Codes of a font with signs of its own mean nothing by themselves. */
const nameOf = ({ differences, defaultEncoding, isSymbolicFont }: Font, code: number): string =>
  differences?.[code] ?? (isSymbolicFont ? undefined : defaultEncoding?.[code]) ?? '';

/** The digit that a letter's name tells: `three`, `three.lining`, `uni0033`. */
function digitOf(name: string): string | undefined {
  const code = /^(?:uni|u)00(3\d)$/i.exec(name)?.[1];
  if (code) return String.fromCharCode(Number.parseInt(code, 16));
  const digit = digitNames.indexOf(name.split('.', 1)[0]!);
  return digit < 0 ? undefined : String(digit);
}
