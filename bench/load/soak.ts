/** Steady questions for a long time: memory must stay what it was after the first minute. */
import type { ServerProcess } from './server-process.ts';
import { shoot } from './shoot.ts';

const SLICE_SECONDS = 60;
const RATE = 100;
const CONNECTIONS = 16;

/** Prints a line a minute, and the growth since the first. */
export async function soak(server: ServerProcess, seconds: number): Promise<void> {
  let first: number | undefined;
  for (let passed = 0; passed < seconds; passed += SLICE_SECONDS) {
    const shot = await shoot(server, {
      seconds: Math.min(SLICE_SECONDS, seconds - passed),
      connections: CONNECTIONS,
      rate: RATE,
    });
    first ??= shot.rssMb;
    const growth = (shot.rssMb / first - 1) * 100;
    console.log(
      `${String(passed + SLICE_SECONDS).padStart(5)} s  ${shot.requestsPerSecond.toFixed(0)}/s  p99 ${shot.p99Ms} ms  loop mean ${shot.loopMeanMs.toFixed(1)} ms, p99 ${shot.loopP99Ms.toFixed(1)} ms  memory ${shot.rssMb.toFixed(0)} MB (${growth >= 0 ? '+' : ''}${growth.toFixed(1)} %)  ${shot.failures} failed`,
    );
  }
}
