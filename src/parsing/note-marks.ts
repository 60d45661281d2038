/** Circled, raised and lowered digits: they mark lists and notes. NFKC would make digits of them, and 441 of 44¹. */
const noteMark = /[\u2460-\u24FF\u2776-\u2793¹²³\u2070-\u209C]/gu;

export const withoutNoteMarks = (text: string): string => text.replace(noteMark, '');

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The digits of a piece that stands raised or lowered behind another, kept as note marks. */
export const raised = (text: string): string => text.replace(/\d/g, (digit) => superscripts[Number(digit)]!);
