import { h } from '../dom.ts';
import { openPicture } from '../preview.ts';
import { type Block, isJson, type Json, jsons, str, textOf } from '../shapes.ts';
import { withSigns } from '../signs.ts';
import { words } from '../words.ts';
import { chart } from './chart.ts';
import { interactive } from './elements.ts';
import { markdown } from './markdown.ts';
import { mrkdwn } from './mrkdwn.ts';
import { richText } from './rich-text.ts';
import type { Stage } from './stage.ts';
import { dataTable, table } from './table.ts';

/** Draws blocks in order. Every type that govinfo sends is known; any other shows as a grey box with its name. */
export const renderBlocks = (blocks: readonly Block[], stage: Stage): HTMLElement[] =>
  blocks.map((block) => {
    const node = (draws[block.type] ?? unknown)(block, stage);
    if (block.block_id) node.dataset.block = block.block_id;
    return node;
  });

type Draw = (block: Block, stage: Stage) => HTMLElement;

/** A text object: mrkdwn or plain. */
export const textNodes = (text: unknown): Node[] =>
  isJson(text) && text.type === 'mrkdwn' ? mrkdwn(str(text.text)) : withSigns(textOf(text));

const unknown: Draw = (block) => h('div', { class: 'unknown' }, `${words.unknownBlock}${block.type}`);

const section: Draw = (block, stage) => {
  const { text, fields, accessory } = block;
  return h(
    'div',
    { class: 'section' },
    h(
      'div',
      { class: 'section-main' },
      text ? h('div', { class: 'text' }, textNodes(text)) : null,
      fields
        ? h(
            'div',
            { class: 'fields' },
            jsons(fields).map((field) => h('div', { class: 'text' }, textNodes(field))),
          )
        : null,
    ),
    isJson(accessory) ? h('div', { class: 'accessory' }, element(accessory, block, stage, true)) : null,
  );
};

const element = (entry: Json, block: Block, stage: Stage, fires: boolean): HTMLElement =>
  entry.type === 'image' ? image(entry, 'thumb') : interactive(entry, { stage, blockId: block.block_id ?? '', fires });

const actions: Draw = (block, stage) =>
  h(
    'div',
    { class: 'actions' },
    jsons(block.elements).map((entry) => element(entry, block, stage, true)),
  );

const context: Draw = (block) =>
  h(
    'div',
    { class: 'context' },
    jsons(block.elements).map((entry) =>
      entry.type === 'image' ? image(entry, 'tiny') : h('span', { class: 'text' }, textNodes(entry)),
    ),
  );

/** Only pictures of our own server are shown; others keep their words. */
function image(entry: Json, size: 'full' | 'thumb' | 'tiny'): HTMLElement {
  const id = isJson(entry.slack_file) ? str(entry.slack_file.id) : '';
  const own = str(entry.image_url).startsWith(location.origin);
  const source = id ? `/files-pri/T0GOVINFO-${id}/picture` : own ? str(entry.image_url) : '';
  const alt = str(entry.alt_text);
  if (!source) return h('span', { class: 'unknown' }, `${words.image}：${alt}`);
  const picture = h('img', { src: source, alt, class: `picture ${size}`, loading: 'lazy' });
  picture.addEventListener('error', () =>
    picture.replaceWith(h('span', { class: 'unknown' }, `${words.noPicture}：${alt}`)),
  );
  if (size !== 'full') return picture;
  return h(
    'button',
    {
      type: 'button',
      class: 'picture-button',
      'aria-label': `${words.preview}：${alt}`,
      onclick: () => openPicture(source, alt),
    },
    picture,
  );
}

const imageBlock: Draw = (block) =>
  h('figure', { class: 'image' }, block.title ? h('figcaption', {}, textOf(block.title)) : null, image(block, 'full'));

let fieldCount = 0;

const input: Draw = (block, stage) => {
  const id = `field-${++fieldCount}`;
  const blockId = block.block_id ?? '';
  const error = stage.errors[blockId];
  const entry = isJson(block.element) ? block.element : {};
  const control = interactive(entry, {
    stage,
    blockId,
    fires: block.dispatch_action === true,
    labelledBy: `${id}-label`,
    id,
  });
  if (error) {
    control.setAttribute('aria-invalid', 'true');
    control.setAttribute('aria-describedby', `${id}-error`);
  }
  return h(
    'div',
    { class: error ? 'input refused' : 'input' },
    h(
      'label',
      { id: `${id}-label`, for: id },
      textOf(block.label),
      block.optional === true ? h('small', {}, ` · ${words.optional}`) : null,
    ),
    control,
    block.hint ? h('p', { class: 'hint' }, textOf(block.hint)) : null,
    error ? h('p', { class: 'error', id: `${id}-error`, role: 'alert' }, error) : null,
  );
};

const container: Draw = (block, stage) => {
  const title =
    block.rich_text_title && isJson(block.rich_text_title) ? richText(block.rich_text_title) : textOf(block.title);
  const children = jsons(block.child_blocks).map((child) => ({ ...child, type: str(child.type) }));
  const inside = renderBlocks(children, stage);
  if (block.is_collapsible !== true)
    return h('div', { class: 'container' }, h('div', { class: 'container-title' }, title), inside);
  return h('details', { class: 'container', open: block.default_collapsed !== true }, h('summary', {}, title), inside);
};

const card: Draw = (block, stage) =>
  h(
    'div',
    { class: 'container' },
    block.title ? h('div', { class: 'container-title' }, textNodes(block.title)) : null,
    block.subtitle ? h('div', { class: 'context' }, textNodes(block.subtitle)) : null,
    block.body ? h('div', { class: 'text' }, textNodes(block.body)) : null,
    jsons(block.actions).length ? actions({ ...block, elements: block.actions }, stage) : null,
  );

const draws: Record<string, Draw> = {
  section,
  actions,
  context,
  context_actions: actions,
  card,
  container,
  input,
  image: imageBlock,
  table,
  data_table: dataTable,
  data_visualization: chart,
  rich_text: richText,
  header: (block) => h('h3', { class: 'header' }, withSigns(textOf(block.text))),
  divider: () => h('hr'),
  markdown: (block) => markdown(str(block.text)),
  alert: (block) => h('div', { class: `alert ${str(block.level)}`, role: 'note' }, textNodes(block.text)),
};
