/** Closes the API function when its daily ceiling is passed, and opens it when the last 24 hours are below it again. */
import { DeleteFunctionConcurrencyCommand, LambdaClient, PutFunctionConcurrencyCommand } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { parseEnvironment } from './settings.ts';

const { API_FUNCTION } = parseEnvironment(z.object({ API_FUNCTION: z.string().min(1) }), process.env);
const lambda = new LambdaClient({ maxAttempts: 5 });
const alarmEvent = z.object({ alarmData: z.object({ state: z.object({ value: z.string() }) }) });

/** Takes the event of a CloudWatch alarm. Any state but ALARM opens the API: lack of data is no reason to stay closed. */
export async function handler(event: unknown): Promise<{ closed: boolean }> {
  const closed = alarmEvent.parse(event).alarmData.state.value === 'ALARM';
  const FunctionName = API_FUNCTION;
  await (closed
    ? lambda.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions: 0 }))
    : lambda.send(new DeleteFunctionConcurrencyCommand({ FunctionName })));
  return { closed };
}
