import { checkElement } from './element-check.ts';
import { limits, type Surface, surfaces } from './limits.ts';
import { isObject, list, Problems, textOf } from './problems.ts';
import { checkChart, checkDataTable, checkTable } from './table-check.ts';

/**
 * What Slack would refuse in these blocks, as plain sentences with the place (`blocks[2].text: …`); empty when they
 * would be accepted.
 */
export function checkBlocks(blocks: unknown, surface: Surface): string[] {
  const problems = new Problems();
  if (!Array.isArray(blocks)) return ['blocks: must be a list'];
  const most = surface === 'message' ? limits.message.blocks : limits.view.blocks;
  problems.atMost('blocks', blocks.length, most, 'blocks');
  const ids = new Set<string>();
  for (const [index, block] of list(blocks).entries()) {
    const at = `blocks[${index}]`;
    if (!isObject(block) || typeof block.type !== 'string') {
      problems.add(at, 'is no block');
      continue;
    }
    if (block.block_id !== undefined) {
      problems.text(`${at}.block_id`, block.block_id, limits.blockId);
      if (ids.has(String(block.block_id))) problems.add(`${at}.block_id`, `“${block.block_id}” is used twice`);
      ids.add(String(block.block_id));
    }
    checkBlock(problems, at, block, surface);
  }
  if (surface === 'message') checkTogether(problems, blocks.filter(isObject));
  return problems.found;
}

function checkBlock(problems: Problems, at: string, block: Record<string, unknown>, surface: Surface) {
  const allowed = surfaces[String(block.type)];
  if (!allowed) return problems.add(at, `unknown block type “${block.type}”`);
  if (!allowed.includes(surface)) return problems.add(at, `“${block.type}” is not allowed in a ${surface}`);
  checks[String(block.type)]?.(problems, at, block, surface);
}

/** Limits on everything a message holds together. */
function checkTogether(problems: Problems, blocks: Record<string, unknown>[]) {
  const count = (...types: string[]) => blocks.filter((block) => types.includes(String(block.type))).length;
  if (count('table', 'data_table') > limits.message.tables) problems.add('blocks', 'only one table allowed');
  problems.atMost('blocks', count('data_visualization'), limits.message.charts, 'charts');
  const all = blocks
    .filter((block) => block.type !== 'table' && block.type !== 'data_table' && block.type !== 'data_visualization')
    .reduce((sum, block) => sum + textLength(block), 0);
  if (all > limits.message.allText) problems.add('blocks', `msg_blocks_too_long: ${all} characters of text`);
}

/** Characters of text anywhere inside a block. */
function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, entry) => sum + textLength(entry), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [key, entry]) => sum + (key === 'text' && typeof entry === 'string' ? [...entry].length : textLength(entry)),
    0,
  );
}

type BlockCheck = (problems: Problems, at: string, block: Record<string, unknown>, surface: Surface) => void;

const checks: Record<string, BlockCheck> = {
  section(problems, at, block, surface) {
    const { text, fields, accessory } = block;
    if (text === undefined && fields === undefined) problems.add(at, 'a section needs text or fields');
    if (text !== undefined) problems.textObject(`${at}.text`, text, limits.section.text);
    if (fields !== undefined) {
      problems.between(`${at}.fields`, list(fields).length, 1, limits.section.fields, 'fields');
      for (const [i, field] of list(fields).entries())
        problems.textObject(`${at}.fields[${i}]`, field, limits.section.field);
    }
    if (accessory !== undefined) checkElement(problems, `${at}.accessory`, accessory, surface);
  },
  header(problems, at, block) {
    problems.plainText(`${at}.text`, block.text, limits.header.text);
  },
  context(problems, at, block) {
    const elements = list(block.elements);
    problems.between(`${at}.elements`, elements.length, 1, limits.context.elements, 'elements');
    elements.forEach((element, i) => {
      const place = `${at}.elements[${i}]`;
      if (isObject(element) && element.type === 'image') checkImage(problems, place, element);
      else problems.textObject(place, element, limits.section.text);
    });
  },
  actions(problems, at, block, surface) {
    checkRow(problems, at, list(block.elements), limits.actions.elements, surface);
  },
  context_actions(problems, at, block, surface) {
    checkRow(problems, at, list(block.elements), limits.contextActions.elements, surface);
  },
  image: (problems, at, block) => checkImage(problems, at, block),
  input(problems, at, block, surface) {
    problems.plainText(`${at}.label`, block.label, limits.input.label);
    if (block.hint !== undefined) problems.plainText(`${at}.hint`, block.hint, limits.input.hint);
    checkElement(problems, `${at}.element`, block.element, surface);
  },
  markdown: (problems, at, block) => problems.text(`${at}.text`, block.text, limits.markdown.text),
  alert: (problems, at, block) => problems.textObject(`${at}.text`, block.text, limits.alert.text),
  rich_text(problems, at, block) {
    if (list(block.elements).length === 0) problems.add(`${at}.elements`, 'must not be empty');
    noEmptyText(problems, `${at}.elements`, block.elements);
  },
  table: checkTable,
  data_table: checkDataTable,
  data_visualization: checkChart,
  container(problems, at, block, surface) {
    if (block.title !== undefined) problems.plainText(`${at}.title`, block.title, limits.container.title);
    else if (block.rich_text_title === undefined) problems.add(at, 'a container needs a title');
    const children = list(block.child_blocks);
    problems.between(`${at}.child_blocks`, children.length, 1, limits.container.children, 'blocks');
    children.filter(isObject).forEach((child, i) => {
      checkBlock(problems, `${at}.child_blocks[${i}]`, child, surface);
    });
  },
  card(problems, at, block, surface) {
    for (const key of ['title', 'subtitle'])
      if (block[key] !== undefined) problems.textObject(`${at}.${key}`, block[key], limits.card.title);
    if (block.body !== undefined) problems.textObject(`${at}.body`, block.body, limits.card.body);
    if (block.actions !== undefined) checkRow(problems, at, list(block.actions), limits.card.actions, surface);
  },
  carousel(problems, at, block, surface) {
    const cards = list(block.elements);
    problems.between(`${at}.elements`, cards.length, 1, limits.carousel.cards, 'cards');
    cards.filter(isObject).forEach((card, i) => {
      checkBlock(problems, `${at}.elements[${i}]`, card, surface);
    });
  },
  plan: (problems, at, block) => problems.text(`${at}.title`, block.title, limits.section.text),
  task_card: (problems, at, block) => problems.text(`${at}.title`, block.title, limits.section.text),
};

function checkRow(problems: Problems, at: string, elements: unknown[], most: number, surface: Surface) {
  problems.between(`${at}.elements`, elements.length, 1, most, 'elements');
  const ids = new Set<unknown>();
  elements.forEach((element, i) => {
    checkElement(problems, `${at}.elements[${i}]`, element, surface);
    const id = isObject(element) ? element.action_id : undefined;
    if (id !== undefined && ids.has(id)) problems.add(`${at}.elements[${i}].action_id`, `“${id}” is used twice`);
    ids.add(id);
  });
}

function checkImage(problems: Problems, at: string, image: Record<string, unknown>) {
  problems.text(`${at}.alt_text`, image.alt_text, limits.image.altText);
  if (image.title !== undefined) problems.plainText(`${at}.title`, image.title, limits.image.title);
  if (image.image_url !== undefined) problems.text(`${at}.image_url`, image.image_url, limits.image.url);
  else if (!isObject(image.slack_file)) problems.add(at, 'an image needs image_url or slack_file');
}

function noEmptyText(problems: Problems, at: string, value: unknown) {
  if (Array.isArray(value)) value.forEach((entry, i) => void noEmptyText(problems, `${at}[${i}]`, entry));
  else if (isObject(value)) {
    if (value.type === 'text' && textOf(value) === '') problems.add(`${at}.text`, 'must not be empty');
    noEmptyText(problems, `${at}.elements`, value.elements);
  }
}

/** What Slack would refuse in a modal or Home tab as it is handed to `views.*`. */
export function checkView(view: unknown): string[] {
  const problems = new Problems();
  if (!isObject(view)) return ['view: must be an object'];
  if (view.type !== 'modal' && view.type !== 'home') return ['view.type: must be modal or home'];
  if (view.type === 'modal') {
    problems.plainText('view.title', view.title, limits.view.title);
    for (const key of ['submit', 'close'] as const)
      if (view[key] !== undefined) problems.plainText(`view.${key}`, view[key], limits.view[key]);
    const inputs = list(view.blocks).some((block) => isObject(block) && block.type === 'input');
    if (inputs && view.submit === undefined) problems.add('view.submit', 'is required when there are input blocks');
  }
  const metadata = typeof view.private_metadata === 'string' ? view.private_metadata.length : 0;
  problems.atMost('view.private_metadata', metadata, limits.view.privateMetadata, 'characters');
  const callback = typeof view.callback_id === 'string' ? view.callback_id.length : 0;
  problems.atMost('view.callback_id', callback, limits.view.callbackId, 'characters');
  problems.atMost('view', Buffer.byteLength(JSON.stringify(view)), limits.view.bytes, 'bytes');
  return [...problems.found, ...checkBlocks(view.blocks, view.type)];
}
