import type { Words } from '../errors.ts';
import allTablesZero from './all-tables-zero.ts';
import alreadyFiled from './already-filed.ts';
import applicationsBalance from './applications-balance.ts';
import applicationsCellCount from './applications-cell-count.ts';
import applicationsNumberSplit from './applications-number-split.ts';
import applicationsOrganisations from './applications-organisations.ts';
import applicationsOtherShare from './applications-other-share.ts';
import applicationsPartlyDouble from './applications-partly-double.ts';
import applicationsResults from './applications-results.ts';
import applicationsResultsWithoutRequests from './applications-results-without-requests.ts';
import applicationsRowTotal from './applications-row-total.ts';
import assessmentResultsMissing from './assessment-results-missing.ts';
import backlogShare from './backlog-share.ts';
import basisMissing from './basis-missing.ts';
import bureauMissing from './bureau-missing.ts';
import bureauNameDiffers from './bureau-name-differs.ts';
import carryOver from './carry-over.ts';
import carryOverColumns from './carry-over-columns.ts';
import cellBlank from './cell-blank.ts';
import cellNegative from './cell-negative.ts';
import cellNotANumber from './cell-not-a-number.ts';
import cellNotWhole from './cell-not-whole.ts';
import cellPlaceholder from './cell-placeholder.ts';
import cellWithNote from './cell-with-note.ts';
import citationIssuer from './citation-issuer.ts';
import citationNumber from './citation-number.ts';
import contactMissing from './contact-missing.ts';
import copiedFromAnotherBureau from './copied-from-another-bureau.ts';
import copiedFromLastYear from './copied-from-last-year.ts';
import correctionRate from './correction-rate.ts';
import type { Check } from './define-check.ts';
import disclosedExceedsMade from './disclosed-exceeds-made.ts';
import disclosedExceedsTotal from './disclosed-exceeds-total.ts';
import disclosureRate from './disclosure-rate.ts';
import disclosuresAllZero from './disclosures-all-zero.ts';
import disclosuresCellCount from './disclosures-cell-count.ts';
import disclosuresOpeningStock from './disclosures-opening-stock.ts';
import disputeRate from './dispute-rate.ts';
import disputesAfterReconsideration from './disputes-after-reconsideration.ts';
import disputesCellCount from './disputes-cell-count.ts';
import disputesOutnumberDecisions from './disputes-outnumber-decisions.ts';
import disputesTotal from './disputes-total.ts';
import disputesWithoutRequests from './disputes-without-requests.ts';
import documentsNeverRepealed from './documents-never-repealed.ts';
import feeDecimals from './fee-decimals.ts';
import feeStatement from './fee-statement.ts';
import feeUnit from './fee-unit.ts';
import feeWithoutRequests from './fee-without-requests.ts';
import formMixed from './form-mixed.ts';
import formOutdated from './form-outdated.ts';
import headingNotFound from './heading-not-found.ts';
import headingOrder from './heading-order.ts';
import itemsCarried from './items-carried.ts';
import itemsNegative from './items-negative.ts';
import lawsuitCorrectionRate from './lawsuit-correction-rate.ts';
import licencesZero from './licences-zero.ts';
import narrativeAllConcluded from './narrative-all-concluded.ts';
import narrativeAllUpheld from './narrative-all-upheld.ts';
import narrativeApplicants from './narrative-applicants.ts';
import narrativeCarried from './narrative-carried.ts';
import narrativeChange from './narrative-change.ts';
import narrativeCoerciveMeasures from './narrative-coercive-measures.ts';
import narrativeConcluded from './narrative-concluded.ts';
import narrativeDisputeResults from './narrative-dispute-results.ts';
import narrativeDocuments from './narrative-documents.ts';
import narrativeFees from './narrative-fees.ts';
import narrativeLawsuits from './narrative-lawsuits.ts';
import narrativeLicences from './narrative-licences.ts';
import narrativeNoneReceived from './narrative-none-received.ts';
import narrativeOutcomes from './narrative-outcomes.ts';
import narrativeOutcomesSum from './narrative-outcomes-sum.ts';
import narrativeParts from './narrative-parts.ts';
import narrativePenalties from './narrative-penalties.ts';
import narrativePercentage from './narrative-percentage.ts';
import narrativeReasons from './narrative-reasons.ts';
import narrativeReceived from './narrative-received.ts';
import narrativeReconsiderations from './narrative-reconsiderations.ts';
import narrativeTwoCounts from './narrative-two-counts.ts';
import notAnAnnualReport from './not-an-annual-report.ts';
import numberingGap from './numbering-gap.ts';
import otherMattersEmpty from './other-matters-empty.ts';
import otherMattersOffTopic from './other-matters-off-topic.ts';
import overviewItems from './overview-items.ts';
import partsNamedCount from './parts-named-count.ts';
import peerOutlier from './peer-outlier.ts';
import pendingVanished from './pending-vanished.ts';
import periodMissing from './period-missing.ts';
import periodWrong from './period-wrong.ts';
import placeholderLeft from './placeholder-left.ts';
import problemsEmpty from './problems-empty.ts';
import problemsRepeated from './problems-repeated.ts';
import problemsWithoutMeasures from './problems-without-measures.ts';
import procurementAmount from './procurement-amount.ts';
import procurementUnit from './procurement-unit.ts';
import publicationCountMissing from './publication-count-missing.ts';
import publishedLate from './published-late.ts';
import readingDoubtful from './reading-doubtful.ts';
import reportMissing from './report-missing.ts';
import rowLabel from './row-label.ts';
import rowShifted from './row-shifted.ts';
import rowUnknown from './row-unknown.ts';
import ruleMakingPower from './rule-making-power.ts';
import stockOfDocuments from './stock-of-documents.ts';
import sumOfSubordinates from './sum-of-subordinates.ts';
import tableDegenerate from './table-degenerate.ts';
import tableNotFound from './table-not-found.ts';
import tableWithoutValues from './table-without-values.ts';
import textCutOff from './text-cut-off.ts';
import titleWithoutYear from './title-without-year.ts';
import totalBlank from './total-blank.ts';
import typingSlip from './typing-slip.ts';
import unavailableShare from './unavailable-share.ts';
import versionChanged from './version-changed.ts';
import yearGap from './year-gap.ts';
import yearJump from './year-jump.ts';
import yearMissing from './year-missing.ts';
import yearNotOver from './year-not-over.ts';
import yearWrong from './year-wrong.ts';
import yearZero from './year-zero.ts';

/** Every check, in the order of the docs. This list is only a list. */
export const catalogue: readonly { title: Words; checks: readonly Check[] }[] = [
  {
    title: { zh: '读数与表格', en: 'Reading and tables' },
    checks: [
      notAnAnnualReport,
      tableNotFound,
      tableWithoutValues,
      formMixed,
      formOutdated,
      disclosuresCellCount,
      applicationsCellCount,
      disputesCellCount,
      readingDoubtful,
      applicationsNumberSplit,
      totalBlank,
      cellBlank,
      cellPlaceholder,
      cellNotANumber,
      cellWithNote,
      cellNegative,
      cellNotWhole,
      rowLabel,
      rowShifted,
      rowUnknown,
      tableDegenerate,
      placeholderLeft,
      textCutOff,
    ],
  },
  {
    title: { zh: '表二：主动公开', en: 'Table 2: disclosures' },
    checks: [
      disclosuresOpeningStock,
      ruleMakingPower,
      feeUnit,
      feeDecimals,
      licencesZero,
      disclosuresAllZero,
      disclosedExceedsTotal,
      disclosedExceedsMade,
      itemsNegative,
      procurementAmount,
      procurementUnit,
    ],
  },
  {
    title: { zh: '表三：依申请公开', en: 'Table 3: applications' },
    checks: [
      applicationsBalance,
      applicationsResults,
      applicationsRowTotal,
      applicationsOrganisations,
      applicationsPartlyDouble,
      applicationsResultsWithoutRequests,
      applicationsOtherShare,
    ],
  },
  {
    title: { zh: '表四：复议与诉讼', en: 'Table 4: disputes' },
    checks: [disputesTotal, disputesWithoutRequests, disputesAfterReconsideration, disputesOutnumberDecisions],
  },
  {
    title: { zh: '正文与表格', en: 'Sentences against the tables' },
    checks: [
      narrativeReceived,
      narrativeNoneReceived,
      narrativeCarried,
      narrativeConcluded,
      narrativeAllConcluded,
      narrativeOutcomes,
      narrativeOutcomesSum,
      narrativeReasons,
      narrativeApplicants,
      narrativeReconsiderations,
      narrativeLawsuits,
      narrativeDisputeResults,
      narrativeAllUpheld,
      narrativeLicences,
      narrativePenalties,
      narrativeCoerciveMeasures,
      narrativeFees,
      narrativeDocuments,
      narrativePercentage,
      narrativeChange,
      narrativeParts,
      narrativeTwoCounts,
      feeStatement,
      feeWithoutRequests,
    ],
  },
  {
    title: { zh: '完整与措辞', en: 'Completeness and wording' },
    checks: [
      headingNotFound,
      headingOrder,
      overviewItems,
      assessmentResultsMissing,
      periodMissing,
      periodWrong,
      yearMissing,
      titleWithoutYear,
      yearWrong,
      yearNotOver,
      publishedLate,
      bureauMissing,
      bureauNameDiffers,
      basisMissing,
      citationNumber,
      citationIssuer,
      contactMissing,
      publicationCountMissing,
      problemsEmpty,
      problemsWithoutMeasures,
      otherMattersEmpty,
      otherMattersOffTopic,
      partsNamedCount,
      numberingGap,
      typingSlip,
    ],
  },
  {
    title: { zh: '跨年度、版本与机关', en: 'Across years, versions and bureaus' },
    checks: [
      carryOver,
      carryOverColumns,
      stockOfDocuments,
      itemsCarried,
      pendingVanished,
      yearJump,
      yearZero,
      copiedFromLastYear,
      problemsRepeated,
      yearGap,
      versionChanged,
      alreadyFiled,
      copiedFromAnotherBureau,
      peerOutlier,
      reportMissing,
      sumOfSubordinates,
    ],
  },
  {
    title: { zh: '合理性（默认关闭）', en: 'Plausibility (off by default)' },
    checks: [
      disclosureRate,
      unavailableShare,
      backlogShare,
      correctionRate,
      lawsuitCorrectionRate,
      disputeRate,
      documentsNeverRepealed,
      allTablesZero,
    ],
  },
];

export const checks: readonly Check[] = catalogue.flatMap((group) => group.checks);
