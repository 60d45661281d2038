import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, type Channel, firstChannels, people } from './cast.ts';
import { Journal, type Shelf } from './journal.ts';
import { channel, type File, file, type Message, message, Refusal, type View, view } from './nouns.ts';

/** Everything a restart must bring back: channels, messages, files, Home tabs. Ids and timestamps are given out here. */
export class State {
  readonly #journal: Journal;
  readonly #channels: Shelf<Channel>;
  readonly #messages: Shelf<Message>;
  readonly #files: Shelf<File>;
  readonly #homes: Shelf<View>;
  readonly #folder: string;
  #lastMicros: number;
  #lastId = 0;

  constructor(folder: string) {
    this.#folder = join(folder, 'files');
    mkdirSync(this.#folder, { recursive: true });
    this.#journal = new Journal(join(folder, 'workspace.jsonl'));
    this.#channels = this.#journal.shelf('channels', channel);
    this.#messages = this.#journal.shelf('messages', message);
    this.#files = this.#journal.shelf('files', file);
    this.#homes = this.#journal.shelf('homes', view);
    this.#lastMicros = this.#messages
      .all()
      .reduce((most, entry) => Math.max(most, Number(entry.ts.replace('.', ''))), 0);
    if (this.#channels.size === 0) this.#furnish();
  }

  /** No message was ever posted. */
  get isFresh(): boolean {
    return this.#messages.size === 0;
  }

  /** A new timestamp `seconds.micros`, later than every one before. */
  ts(): string {
    this.#lastMicros = Math.max(Date.now() * 1000, this.#lastMicros + 1);
    const digits = String(this.#lastMicros);
    return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
  }

  /** A new id such as `F0M3X9K2A1`. */
  id(prefix: string): string {
    this.#lastId = Math.max(Date.now() * 10, this.#lastId + 1);
    return `${prefix}0${this.#lastId.toString(36).toUpperCase()}`;
  }

  channels(): Channel[] {
    return this.#channels.all();
  }

  channel(id: string): Channel {
    const found = this.#channels.get(id);
    if (!found) throw new Refusal('channel_not_found');
    return found;
  }

  putChannel(value: Channel): void {
    this.#channels.put(value.id, value);
  }

  /** The direct conversation of a person with the app, made when first needed. */
  direct(user: string): Channel {
    const id = `D${user.slice(1)}`;
    const known = this.#channels.get(id);
    if (known) return known;
    const members = [user, app.botUserId];
    const made: Channel = { id, name: 'directmessage', kind: 'direct', topic: '', members, created: seconds() };
    this.putChannel(made);
    return made;
  }

  message(inChannel: string, ts: string): Message | undefined {
    const found = this.#messages.get(ts);
    return found?.channel === inChannel ? found : undefined;
  }

  /** Oldest first. */
  messages(inChannel: string): Message[] {
    return this.#messages.all().filter((entry) => entry.channel === inChannel);
  }

  putMessage(value: Message): void {
    this.#messages.put(value.ts, value);
  }

  removeMessage(ts: string): void {
    this.#messages.remove(ts);
  }

  file(id: string): File | undefined {
    return this.#files.get(id);
  }

  putFile(value: File, bytes?: Uint8Array): void {
    if (bytes) writeFileSync(join(this.#folder, value.id), bytes);
    this.#files.put(value.id, value);
  }

  bytes(id: string): Buffer | undefined {
    const known = this.#files.get(id);
    return known && !known.gone ? readFileSync(join(this.#folder, known.id)) : undefined;
  }

  /** The messages a file was posted in. */
  shares(fileId: string): Message[] {
    return this.#messages.all().filter((entry) => entry.fileIds?.includes(fileId));
  }

  home(user: string): View | undefined {
    return this.#homes.get(user);
  }

  putHome(user: string, value: View): void {
    this.#homes.put(user, value);
  }

  /** Back to an empty workspace. */
  reset(): void {
    this.#journal.clear();
    rmSync(this.#folder, { recursive: true, force: true });
    mkdirSync(this.#folder, { recursive: true });
    this.#furnish();
  }

  #furnish(): void {
    for (const entry of firstChannels(seconds())) this.putChannel(entry);
    for (const person of people) if (person.role !== 'bot') this.direct(person.id);
  }
}

export const seconds = (): number => Math.floor(Date.now() / 1000);
