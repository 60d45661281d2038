import { byId, fill, h, icon } from './dom.ts';
import { currentChannel, nameOf } from './state.ts';
import { words } from './words.ts';

/** Lets files be dropped anywhere on the page, and pasted when no field has the focus. */
export function dropAnywhere(take: (files: File[], target: Element) => void): void {
  const veil = byId('veil');
  let depth = 0;
  const hide = () => {
    depth = 0;
    veil.hidden = true;
  };
  const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  addEventListener('dragenter', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    if (depth++ > 0) return;
    const channel = currentChannel();
    const name = channel ? `${channel.kind === 'direct' ? '' : '#'}${nameOf(channel)}` : '';
    fill(veil, h('div', {}, icon('clip', 34), h('strong', {}, `${words.drop} ${name}`), h('span', {}, words.dropHint)));
    veil.hidden = false;
  });
  addEventListener('dragover', (event) => {
    if (carriesFiles(event)) event.preventDefault();
  });
  addEventListener('dragleave', () => {
    if (--depth <= 0) hide();
  });
  addEventListener('drop', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    const under = document
      .elementsFromPoint(event.clientX, event.clientY)
      .find((node) => node !== veil && !veil.contains(node));
    hide();
    take([...(event.dataTransfer?.files ?? [])], under ?? document.body);
  });
  addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length || event.defaultPrevented) return;
    event.preventDefault();
    take(files, document.activeElement ?? document.body);
  });
}
