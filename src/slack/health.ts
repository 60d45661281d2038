import { createServer } from 'node:http';
import { GovinfoError } from '../errors.ts';
import type { Desk } from './desk.ts';
import type { Intake } from './intake.ts';

/** Sockets open, for an app that should have some. */
interface Watched {
  desk: Desk;
  intake: Intake;
  /** Whether events come over sockets; then none open is an outage. */
  sockets: boolean;
}

/**
 * A small page for whoever looks after the service: `/healthz` says in JSON whether work gets done (503 when not), and
 * `/metrics` gives Prometheus its numbers. Neither tells anything of reports or people.
 */
export async function openHealth(port: number, watched: Watched): Promise<{ close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const answer = async () => {
      if (request.url === '/healthz') {
        const health = await healthOf(watched);
        response.writeHead(health.ok ? 200 : 503, { 'content-type': 'application/json' });
        response.end(`${JSON.stringify(health)}\n`);
      } else if (request.url === '/metrics') {
        measure(watched);
        const { registry } = watched.desk.metrics;
        response.writeHead(200, { 'content-type': registry.contentType });
        response.end(await registry.metrics());
      } else response.writeHead(404).end();
    };
    answer().catch((error: unknown) => {
      watched.desk.log.error({ err: error }, 'health page failed');
      response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(portTaken(port, 'GOVINFO_HEALTH_PORT', cause)));
    server.listen(port, resolve);
  });
  return { close: () => new Promise((resolve) => server.close(() => resolve())) };
}

async function healthOf({ desk, intake, sockets }: Watched) {
  const socketsOpen = (await desk.metrics.socketsOpen.get()).values[0]?.value ?? 0;
  const lastEvent = (await desk.metrics.lastEvent.get()).values[0]?.value ?? 0;
  const store = await desk.store.probe().then(
    () => true,
    () => false,
  );
  return {
    ok: store && (!sockets || socketsOpen > 0),
    store,
    ...(sockets && { socketsOpen }),
    uploadsWaiting: intake.waiting,
    postsWaiting: desk.queues.depth(),
    secondsSinceLastEvent: lastEvent ? Math.round(desk.now().getTime() / 1000 - lastEvent) : null,
  };
}

function measure({ desk, intake }: Watched): void {
  desk.metrics.uploadsWaiting.set(intake.waiting);
  desk.metrics.postsWaiting.set(desk.queues.depth());
}

/** The sentence for a port that somebody else has, with the variable that changes it. */
export function portTaken(port: number, variable: string, cause: unknown): GovinfoError {
  return new GovinfoError(
    'E-PORT-TAKEN',
    {
      zh: `端口 ${port} 打不开或已被占用，请用环境变量 ${variable} 换一个`,
      en: `port ${port} is taken or cannot be opened; choose another one with the variable ${variable}`,
    },
    { cause },
  );
}
