import type { KnownBlock } from '@slack/web-api';
import { cellsOf } from '../../report/doubt.ts';
import { type MeasureId, namedMeasure } from '../../report/measures/catalogue.ts';
import { type Cells, figureOf } from '../../report/measures/measure.ts';
import { actionIds, reportRef } from '../actions.ts';
import { actions, bold, button, context, fields, overflow, section } from '../blocks.ts';
import { clip, clipEscaped, oneLine } from '../escape.ts';
import { figureText } from '../figure.ts';
import type { Locale, Message } from '../message.ts';
import { offLine } from '../switches.ts';
import { say } from '../words/say.ts';
import type { CaseFile } from './case-file.ts';
import { changesLine } from './changes.ts';
import { sourceLine } from './source-line.ts';
import { sumsLine, toCheck, verdictLine } from './verdict.ts';
import { standingLines } from './versions.ts';

/** Figures of the card: each line one field of one or more measures. */
const cardFields: readonly (readonly MeasureId[])[] = [
  ['licences'],
  ['penalties'],
  ['measures'],
  ['fees'],
  ['applications'],
  ['concluded', 'carried-out'],
  ['reconsideration'],
  ['litigation'],
];

const figures = (cells: Cells, ids: readonly MeasureId[], locale: Locale): string =>
  ids
    .map((id) => {
      const measure = namedMeasure(id);
      return figureText(figureOf(cells, measure), measure.unit, { locale, withUnit: true });
    })
    .join(' / ');

const labels = (ids: readonly MeasureId[], locale: Locale): string =>
  ids.map((id) => (locale === 'zh' ? namedMeasure(id).title.zh : say(locale, `short.${id}`))).join(' / ');

/** 机关 · 年度, with words for what the document does not say. */
export const reportName = ({ entry: { report }, bureau: filed, year }: CaseFile, locale: Locale): string => {
  const named = filed ?? report.bureau;
  const bureau = named === null ? say(locale, 'report.noBureau') : oneLine(named);
  const reportYear = year ?? report.year;
  return reportYear === null
    ? `${bureau} · ${say(locale, 'report.noYear')}`
    : say(locale, 'report.name', { bureau, year: reportYear });
};

/** The reply to one report: verdict first, then figures, then where they stand. At most ten lines. */
export function summaryMessage(caseFile: CaseFile, locale: Locale): Message {
  const { entry, previous, standing: place, setAside = [], off = [] } = caseFile;
  const unsettled = setAside
    .filter(({ state }) => state !== 'ignored' && state !== 'off')
    .map(({ finding }) => finding);
  const cells = cellsOf({ ...entry, findings: [...entry.findings, ...unsettled] });
  const open = toCheck(entry.findings);
  const notes = entry.findings.filter(({ severity }) => severity === 'note');
  // What another file has taken the place of is checked no more; one that waits has no list of its own.
  const superseded = place !== undefined && place.version < place.adopted;
  const sign = superseded ? '➖' : open.length > 0 ? '⚠️' : '✅';
  const title = `${sign} ${reportName(caseFile, locale)}`;
  const listed = open.length > 0 && !(place && place.version !== place.adopted);
  const verdict = superseded
    ? []
    : [verdictLine(entry, setAside, locale) + (listed ? say(locale, 'verdict.seeNext') : '')];
  const pairs = cardFields.map((ids) => [labels(ids, locale), figures(cells, ids, locale)] as const);
  const noteLine =
    notes.length > 0 && open.length === 0
      ? `ℹ️ ${notesText(
          notes.map(({ message }) => message[locale]),
          locale,
        )}`
      : null;
  const changes = previous && changesLine(entry, previous, locale);
  const details = [
    ...(changes ? [changes] : []),
    sumsLine(entry, setAside, locale),
    ...(noteLine ? [noteLine] : []),
    ...(off.length ? [offLine(off, locale)] : []),
  ];
  const source = sourceLine(caseFile, locale);
  const standing = place && standingLines(place, entry.report, locale);
  const blocks: KnownBlock[] = [
    section([bold(title)], ...verdict),
    ...(standing?.blocks ?? []),
    fields(pairs),
    section(...details),
    context(clip(say(locale, 'source.line', { source }), 2900)),
    ...filedBlocks(caseFile, locale),
    ...buttonsOf(caseFile, locale),
  ];
  const text = [
    title,
    ...verdict,
    ...(standing ? [standing.text] : []),
    pairs.map(([label, value]) => `${label} ${value}`).join(' · '),
    ...details,
    say(locale, 'source.line', { source }),
    ...(caseFile.filedBy ? [caseFile.filedBy.words] : []),
  ];
  return { text: clipEscaped(text.join('\n')), blocks };
}

/** Notes in one line, the rest counted. */
function notesText(notes: readonly string[], locale: Locale): string {
  const shown = notes.slice(0, 3).map((note) => clip(oneLine(note), 120));
  const left = notes.length - shown.length;
  return (
    shown.join(locale === 'zh' ? '；' : '; ') + (left > 0 ? say(locale, 'verdict.moreNotes', { count: left }) : '')
  );
}

/** Who said whose report it is, and the way back. */
function filedBlocks({ filedBy }: CaseFile, locale: Locale): KnownBlock[] {
  if (!filedBy) return [];
  const undo = button(actionIds.unfile, filedBy.question, { label: say(locale, 'identity.undo') });
  return [{ ...section(filedBy.words), accessory: undo }];
}

function buttonsOf({ bureauKey, bureau, year, entry, previous }: CaseFile, locale: Locale): KnownBlock[] {
  if (bureauKey === undefined || year === undefined) return [];
  const ref = reportRef(bureauKey, year);
  const words = (label: string) => ({ label, spoken: `${label} ${bureau ?? entry.report.bureau ?? ''} ${year}` });
  return [
    actions([
      button(actionIds.showTables, ref, words(say(locale, 'button.tables'))),
      button(actionIds.showText, ref, words(say(locale, 'button.text'))),
      button(actionIds.showSource, ref, words(say(locale, 'button.source'))),
      button(actionIds.correct, ref, words(say(locale, 'button.correct'))),
      overflow(actionIds.reportMore, [
        ...(previous ? [{ label: say(locale, 'button.changes'), value: `changes ${ref}` }] : []),
        { label: say(locale, 'button.peers'), value: `peers ${ref}` },
      ]),
    ]),
  ];
}
