import { limits, modalOnlyElements, type Surface } from './limits.ts';
import { isObject, list, type Problems } from './problems.ts';

/** Checks one interactive element: a button, a menu, an input. */
export function checkElement(problems: Problems, at: string, element: unknown, surface: Surface) {
  if (!isObject(element) || typeof element.type !== 'string') return problems.add(at, 'is no element');
  const { type } = element;
  if (!known.has(type)) return problems.add(at, `unknown element type “${type}”`);
  if (surface !== 'modal' && modalOnlyElements.includes(type)) problems.add(at, `“${type}” works in modals only`);
  if (element.action_id !== undefined) problems.text(`${at}.action_id`, element.action_id, limits.actionId);
  if (element.placeholder !== undefined)
    problems.plainText(`${at}.placeholder`, element.placeholder, limits.placeholder);
  if (element.confirm !== undefined) checkConfirm(problems, `${at}.confirm`, element.confirm);
  if (type === 'button') checkButton(problems, at, element);
  else if (type === 'overflow') checkOptions(problems, `${at}.options`, element.options, limits.overflow.options);
  else if (type === 'checkboxes' || type === 'radio_buttons')
    checkOptions(problems, `${at}.options`, element.options, limits.choices.options);
  else if (type === 'static_select' || type === 'multi_static_select') checkSelect(problems, at, element);
  else if (type === 'number_input' && typeof element.is_decimal_allowed !== 'boolean')
    problems.add(`${at}.is_decimal_allowed`, 'is required');
  else if (type === 'image' && typeof element.alt_text !== 'string') problems.add(`${at}.alt_text`, 'is required');
}

const known = new Set([
  'button',
  'overflow',
  'checkboxes',
  'radio_buttons',
  'static_select',
  'multi_static_select',
  'external_select',
  'multi_external_select',
  'users_select',
  'multi_users_select',
  'conversations_select',
  'multi_conversations_select',
  'channels_select',
  'multi_channels_select',
  'datepicker',
  'timepicker',
  'datetimepicker',
  'plain_text_input',
  'number_input',
  'email_text_input',
  'url_text_input',
  'file_input',
  'rich_text_input',
  'feedback_buttons',
  'icon_button',
  'workflow_button',
  'image',
]);

function checkButton(problems: Problems, at: string, button: Record<string, unknown>) {
  problems.plainText(`${at}.text`, button.text, limits.button.text);
  if (button.value !== undefined) problems.text(`${at}.value`, button.value, limits.button.value);
  if (button.url !== undefined) problems.text(`${at}.url`, button.url, limits.button.url);
  if (button.accessibility_label !== undefined)
    problems.text(`${at}.accessibility_label`, button.accessibility_label, limits.button.accessibilityLabel);
  if (button.style !== undefined && button.style !== 'primary' && button.style !== 'danger')
    problems.add(`${at}.style`, 'must be primary or danger');
}

function checkSelect(problems: Problems, at: string, select: Record<string, unknown>) {
  if (select.option_groups === undefined)
    return checkOptions(problems, `${at}.options`, select.options, limits.select.options);
  const groups = list(select.option_groups);
  problems.between(`${at}.option_groups`, groups.length, 1, limits.select.groups, 'groups');
  groups.filter(isObject).forEach((group, i) => {
    problems.plainText(`${at}.option_groups[${i}].label`, group.label, limits.option.text);
    checkOptions(problems, `${at}.option_groups[${i}].options`, group.options, limits.select.options);
  });
}

function checkOptions(problems: Problems, at: string, options: unknown, most: number) {
  problems.between(at, list(options).length, 1, most, 'options');
  for (const [i, option] of list(options).entries()) {
    if (!isObject(option)) {
      problems.add(`${at}[${i}]`, 'is no option');
      continue;
    }
    problems.textObject(`${at}[${i}].text`, option.text, limits.option.text);
    problems.text(`${at}[${i}].value`, option.value, limits.option.value);
    if (option.description !== undefined)
      problems.textObject(`${at}[${i}].description`, option.description, limits.option.description);
  }
}

function checkConfirm(problems: Problems, at: string, confirm: unknown) {
  if (!isObject(confirm)) return problems.add(at, 'must be an object');
  problems.plainText(`${at}.title`, confirm.title, limits.confirm.title);
  problems.textObject(`${at}.text`, confirm.text, limits.confirm.text);
  problems.plainText(`${at}.confirm`, confirm.confirm, limits.confirm.button);
  problems.plainText(`${at}.deny`, confirm.deny, limits.confirm.button);
}
