import { bureaus } from './bureaus.ts';
import { changes } from './changes.ts';
import { checks } from './checks.ts';
import type { Command } from './command.ts';
import { compare } from './compare.ts';
import { exportCommand } from './export.ts';
import { figure } from './figure.ts';
import { help } from './help.ts';
import { issues } from './issues.ts';
import { letter } from './letter.ts';
import { lookup } from './lookup.ts';
import { missing } from './missing.ts';
import { peers } from './peers.ts';
import { ranking } from './ranking.ts';
import { refusals } from './refusals.ts';
import { roster } from './roster.ts';
import { trend } from './trend.ts';

/** Every kind of question, in the order in which they are tried. This list is only a list. */
export const commands: readonly Command[] = [
  help,
  exportCommand,
  missing,
  issues,
  letter,
  changes,
  checks,
  refusals,
  peers,
  compare,
  trend,
  figure,
  ranking,
  roster,
  bureaus,
  lookup,
];
