import type { Json } from './shapes.ts';
import { state } from './state.ts';
import { refusal, toast } from './words.ts';

/** The server does not know this page any more (it was restarted): a reload brings a new cookie. */
function checkKnown(status: number): void {
  if (status === 401) location.reload();
}

export async function read<T>(what: string, query: Record<string, string> = {}): Promise<T> {
  const response = await fetch(`/page/${what}?${new URLSearchParams({ as: state.me, ...query })}`);
  checkKnown(response.status);
  return (await response.json()) as T;
}

/** Orders something in the name of the person one acts as. Refusals come back as `ok: false`. */
export async function order(verb: string, body: Json): Promise<{ ok: boolean; error?: string } & Json> {
  const response = await fetch(`/page/${verb}?as=${state.me}`, { method: 'POST', body: JSON.stringify(body) });
  checkKnown(response.status);
  if (!response.ok) return { ok: false, error: `HTTP ${response.status}` };
  return (await response.json()) as { ok: boolean; error?: string } & Json;
}

/** Orders something and says so when it was refused. */
export async function orderOrSay(verb: string, body: Json): Promise<boolean> {
  const answer = await order(verb, body);
  if (!answer.ok) toast(refusal(answer.error ?? ''));
  return answer.ok;
}

/** Sends a file; `progress` hears the share that has gone, 0 to 1. */
export function sendFile(file: File, progress: (share: number) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/page/upload?${new URLSearchParams({ as: state.me, name: file.name })}`);
    request.upload.onprogress = (event) => progress(event.total ? event.loaded / event.total : 0);
    request.onerror = () => reject(new Error('upload failed'));
    request.onload = () => {
      if (request.status !== 200) return reject(new Error(`HTTP ${request.status}`));
      const answer = JSON.parse(request.responseText) as { file?: { id: string } };
      if (answer.file) resolve(answer.file.id);
      else reject(new Error('upload failed'));
    };
    request.send(file);
  });
}
