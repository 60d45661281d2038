/**
 * Slack's limits for Block Kit, in characters unless the name says otherwise. The one table that the workspace enforces
 * and that tests of our own messages check against.
 */
export const limits = {
  message: {
    blocks: 50,
    allText: 12_000,
    text: 40_000,
    updateText: 4_000,
    tables: 1,
    charts: 2,
    metadataBytes: 16_000,
  },
  view: {
    blocks: 100,
    title: 24,
    submit: 24,
    close: 24,
    privateMetadata: 3_000,
    callbackId: 255,
    bytes: 250_000,
    stack: 3,
  },
  blockId: 255,
  actionId: 255,
  section: { text: 3_000, fields: 10, field: 2_000 },
  header: { text: 150 },
  context: { elements: 10 },
  actions: { elements: 25 },
  contextActions: { elements: 5 },
  image: { altText: 2_000, title: 2_000, url: 3_000 },
  markdown: { text: 12_000 },
  alert: { text: 200 },
  input: { label: 2_000, hint: 2_000 },
  button: { text: 75, value: 2_000, url: 3_000, accessibilityLabel: 75 },
  option: { text: 75, value: 75, description: 75 },
  placeholder: 150,
  select: { options: 100, groups: 100 },
  overflow: { options: 5 },
  choices: { options: 10 },
  confirm: { title: 100, text: 300, button: 30 },
  table: { rows: 100, columns: 20, characters: 10_000 },
  dataTable: { rows: 101, columns: 20, characters: 20_000, pageSize: 100 },
  chart: { title: 50, series: 12, points: 20, slices: 12, label: 20, axisLabel: 50 },
  container: { title: 150, children: 10 },
  card: { title: 150, body: 200, actions: 3 },
  carousel: { cards: 10 },
} as const;

export type Surface = 'message' | 'modal' | 'home';

/** Which surfaces take a block. A type that is not here is refused. */
export const surfaces: Readonly<Record<string, readonly Surface[]>> = {
  section: ['message', 'modal', 'home'],
  context: ['message', 'modal', 'home'],
  actions: ['message', 'modal', 'home'],
  header: ['message', 'modal', 'home'],
  divider: ['message', 'modal', 'home'],
  image: ['message', 'modal', 'home'],
  rich_text: ['message', 'modal', 'home'],
  input: ['message', 'modal', 'home'],
  table: ['message'],
  data_table: ['message'],
  data_visualization: ['message'],
  container: ['message', 'home'],
  carousel: ['message', 'home'],
  card: ['message', 'home'],
  plan: ['message'],
  task_card: ['message'],
  markdown: ['message'],
  context_actions: ['message'],
  alert: ['modal'],
};

/** Input elements that only a modal takes. */
export const modalOnlyElements: readonly string[] = [
  'number_input',
  'email_text_input',
  'url_text_input',
  'file_input',
];
