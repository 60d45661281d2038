/** The shape that every version of the printed form is written in. A form is data: no code reads one version by name. */

/** A printed row `[id, label]`, or a group heading that stands over rows and has no values of its own. */
export type FormRow = readonly [id: string, label: string] | { readonly group: string };

/** A printed column `[id, header]`. */
export type FormColumn = readonly [id: string, header: string];

/** One block of table 二: an item of article 20, its column headers and its rows. */
export interface DisclosureBlock {
  /** The block's header, for example 第二十条第（六）项. */
  readonly item: string;
  readonly columns: readonly FormColumn[];
  readonly rows: readonly FormRow[];
}

export interface Form {
  readonly id: string;
  /** Document number of the notice that set the form. */
  readonly notice: string;
  /** First report year the form is meant for. */
  readonly since: number;
  readonly disclosures: {
    readonly numeral: string;
    readonly title: string;
    readonly blocks: readonly DisclosureBlock[];
  };
  readonly applications: {
    readonly numeral: string;
    readonly title: string;
    readonly corner: string;
    /** Headers above the column names, in printed order. */
    readonly above: readonly string[];
    readonly columns: readonly FormColumn[];
    readonly rows: readonly FormRow[];
  };
  readonly disputes: {
    readonly numeral: string;
    readonly title: string;
    readonly above: readonly string[];
    readonly columns: readonly FormColumn[];
    readonly rows: readonly FormRow[];
  };
}
