import { availableParallelism } from 'node:os';
import Bottleneck from 'bottleneck';
import { joinBatch } from './batch-members.ts';
import { noteRead } from './channels-read.ts';
import type { Desk } from './desk.ts';
import { handleUpload } from './handle-upload.ts';
import { Lanes } from './lanes.ts';
import { underLease } from './lease.ts';
import type { Upload } from './upload.ts';

/** Times of the intake, in milliseconds; tests shorten them. */
export interface Rhythm {
  /** How often forgotten uploads are looked for. */
  patrol: number;
  /** Slot of a lease: work of a process that died is free again after two. */
  lease: number;
  /** How often Slack is asked for uploads whose events never came. */
  sweep: number;
  /** Wait before an upload that failed is tried again. */
  retry: number;
}

export const calm: Rhythm = { patrol: 30_000, lease: 10_000, sweep: 600_000, retry: 5_000 };

/**
 * Takes uploads in and sees every one of them through. The row in the store comes before anything else, so an upload
 * survives whatever happens after it; one thread is worked at a time, in order.
 */
export class Intake {
  readonly #threads: Lanes;
  readonly #inHand = new Set<string>();
  #patrol: NodeJS.Timeout | undefined;
  #stopping = false;

  constructor(
    readonly desk: Desk,
    readonly rhythm: Rhythm = calm,
  ) {
    const all = new Bottleneck({ maxConcurrent: availableParallelism() + 1 });
    this.#threads = new Lanes(() => new Bottleneck({ maxConcurrent: 1 }).chain(all));
  }

  get waiting(): number {
    return this.#inHand.size;
  }

  /**
   * Takes an upload in: it stands in the store when this resolves. One that is known already, from a redelivered event,
   * another socket or a sweep, is let pass.
   */
  async take(upload: Upload): Promise<void> {
    const { desk } = this;
    if (await desk.progress.get(upload.id)) return;
    if (!(await desk.uploads.add(upload.id, upload))) return;
    desk.metrics.uploads.inc();
    void desk.courier
      .react(upload, 'eyes')
      .catch((error: unknown) => desk.log.warn({ err: error, upload: upload.id }, 'no 👀'));
    this.#begin(upload).catch((error: unknown) => {
      desk.log.warn({ err: error, upload: upload.id }, 'left for the next patrol');
    });
  }

  /** Finds the batch that an upload belongs to, and queues it. */
  async #begin(upload: Upload): Promise<void> {
    const { desk } = this;
    await noteRead(desk, upload);
    const joined = upload.again ? upload : { ...upload, batch: await joinBatch(desk, upload) };
    if (joined.batch !== upload.batch) await desk.uploads.set(upload.id, joined);
    this.#enqueue(joined);
  }

  /** Takes up what an earlier run, or another process that died, left behind; now and from time to time. */
  async start(): Promise<void> {
    await this.#lookAround();
    this.#patrol = setInterval(() => {
      this.#lookAround().catch((error: unknown) => this.desk.log.error({ err: error }, 'patrol failed'));
    }, this.rhythm.patrol);
  }

  /** Finishes the files in work; what still waits stays in the store for the next start. */
  async stop(): Promise<void> {
    this.#stopping = true;
    clearInterval(this.#patrol);
    await Promise.all(this.#threads.all().map((thread) => thread.stop({ dropWaitingJobs: false })));
  }

  async #lookAround(): Promise<void> {
    for await (const [, upload] of this.desk.uploads.entries()) this.#enqueue(upload);
  }

  #enqueue(upload: Upload, wait = 0): void {
    if (this.#stopping || this.#inHand.has(upload.id)) return;
    this.#inHand.add(upload.id);
    const begin = async () => {
      const again = await this.#threads
        .schedule(`${upload.channel}/${upload.thread}`, () => this.#work(upload))
        .catch((error: unknown) => {
          this.desk.log.error({ err: error, upload: upload.id }, 'left for the next patrol');
          return false;
        });
      this.#inHand.delete(upload.id);
      if (again) this.#enqueue(upload, this.rhythm.retry);
    };
    if (wait) setTimeout(begin, wait).unref();
    else void begin();
  }

  /** `true` where it has to be tried again soon. */
  async #work(upload: Upload): Promise<boolean> {
    if (this.#stopping) return false;
    const { desk, rhythm } = this;
    let again = false;
    await underLease(
      desk.store,
      upload.id,
      async (alive) => {
        again = !(await handleUpload(desk, upload, { alive, stopping: () => this.#stopping }));
        if (!again) await desk.uploads.delete(upload.id);
      },
      { slot: rhythm.lease },
    );
    return again;
  }
}
