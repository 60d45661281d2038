import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What is counted, in Prometheus' words. Names are stable: alarms rest on them. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    uploads: new Counter({ name: 'govinfo_uploads_total', help: 'Messages with files taken in', registers }),
    files: new Counter({
      name: 'govinfo_files_total',
      help: 'Files answered, by result',
      labelNames: ['result'],
      registers,
    }),
    findings: new Counter({
      name: 'govinfo_findings_total',
      help: 'Findings in newly filed reports, by severity',
      labelNames: ['severity'],
      registers,
    }),
    questions: new Counter({ name: 'govinfo_questions_total', help: 'Questions answered', registers }),
    incidents: new Counter({ name: 'govinfo_incidents_total', help: 'Unexpected errors', registers }),
    replySeconds: new Histogram({
      name: 'govinfo_reply_seconds',
      help: 'From the arrival of an upload to its last answer',
      buckets: [0.25, 0.5, 1, 2, 5, 10, 30, 60, 120, 300],
      registers,
    }),
    uploadsWaiting: new Gauge({ name: 'govinfo_uploads_waiting', help: 'Uploads waiting or in work', registers }),
    postsWaiting: new Gauge({ name: 'govinfo_posts_waiting', help: 'Posts and edits waiting their turn', registers }),
    socketsOpen: new Gauge({ name: 'govinfo_sockets_open', help: 'Open connections to Slack', registers }),
    lastEvent: new Gauge({ name: 'govinfo_last_event_seconds', help: 'Unix time of the last event', registers }),
  };
}
export type Metrics = ReturnType<typeof createMetrics>;
