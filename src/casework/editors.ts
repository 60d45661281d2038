import type { GovinfoError } from '../errors.ts';
import type { Office } from './office.ts';
import { editorsGone, notAnEditor } from './refusals.ts';

/** Says who of the editors can be asked: those who are still here; where all have left, who names others. */
export async function whomToAsk(office: Office, editors: readonly string[]): Promise<GovinfoError> {
  const people = await Promise.all(editors.map((id) => office.colleague(id)));
  const here = people.filter(({ gone }) => !gone).map(({ name }) => name);
  return here.length ? notAnEditor(here.slice(0, 5).join('、')) : editorsGone();
}
