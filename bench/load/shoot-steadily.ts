/** Asks a server at an even pace: one question after another at its own moment, whether the last was answered or not. */
import { Agent, request } from 'node:http';
import { quantile } from '../quantile.ts';

export interface Paced {
  readonly answered: number;
  readonly failures: number;
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly worstMs: number;
}

export interface Question {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const TICK_MS = 1;

/**
 * Returns how long replies took, counted from the moment a question was due: one that has to wait for a free
 * connection counts its wait too (Tene's "coordinated omission").
 */
export function shootSteadily(
  url: string,
  questions: readonly Question[],
  { seconds, connections, rate }: { readonly seconds: number; readonly connections: number; readonly rate: number },
): Promise<Paced> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const all = Math.round(seconds * rate);
  const times: number[] = [];
  let sent = 0;
  let failures = 0;
  const start = performance.now();
  return new Promise((resolve) => {
    const done = () => {
      if (times.length + failures < all) return;
      agent.destroy();
      const [p50Ms, p99Ms, worstMs] = [0.5, 0.99, 1].map((share) => Math.round(quantile(times, share) * 10) / 10);
      resolve({
        answered: times.length,
        failures,
        seconds: (performance.now() - start) / 1000,
        p50Ms: p50Ms ?? Number.NaN,
        p99Ms: p99Ms ?? Number.NaN,
        worstMs: worstMs ?? Number.NaN,
      });
    };
    const ask = (due: number) => {
      const { path, headers, body } = questions[sent % questions.length] as Question;
      const length = String(Buffer.byteLength(body));
      request(url + path, { method: 'POST', agent, headers: { ...headers, 'content-length': length } })
        .on('response', (reply) => {
          reply.resume().on('end', () => {
            if (reply.statusCode === 200) times.push(performance.now() - due);
            else failures += 1;
            done();
          });
        })
        .on('error', () => {
          failures += 1;
          done();
        })
        .end(body);
    };
    const timer = setInterval(() => {
      const now = performance.now() - start;
      for (; sent < all && (sent * 1000) / rate <= now; sent += 1) ask(start + (sent * 1000) / rate);
      if (sent >= all) clearInterval(timer);
    }, TICK_MS);
  });
}
