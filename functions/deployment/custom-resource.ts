/** Speaks CloudFormation's protocol for custom resources: each request is answered once, with success or a reason. */
import * as z from 'zod';

const request = z.object({
  RequestType: z.enum(['Create', 'Update', 'Delete']),
  ResponseURL: z.url(),
  StackId: z.string(),
  RequestId: z.string(),
  LogicalResourceId: z.string(),
  PhysicalResourceId: z.string().optional(),
});

export interface CustomResource {
  /** Does the work of a Create or Update and returns the attributes of the resource; throws why it cannot. */
  readonly provide: () => Promise<Readonly<Record<string, string | number | boolean>>>;
  readonly physicalId: string;
  readonly log: (event: string, details: Readonly<Record<string, unknown>>) => void;
}

/** CloudFormation takes 4,096 bytes in all; the rest of the answer stays below 1,000. */
const MOST_REASON_BYTES = 3000;

/**
 * Returns a Lambda handler. A Delete succeeds without work: what was made goes with the table that holds it. Throws only
 * when the answer itself cannot be delivered, so that Lambda tries again.
 */
export function customResourceHandler({ provide, physicalId, log }: CustomResource) {
  return async function answerCloudFormation(event: unknown): Promise<void> {
    const { RequestType, ResponseURL, StackId, RequestId, LogicalResourceId } = request.parse(event);
    const answer = (result: object) =>
      deliver(ResponseURL, { StackId, RequestId, LogicalResourceId, PhysicalResourceId: physicalId, ...result });
    if (RequestType === 'Delete') return answer({ Status: 'SUCCESS' });
    const outcome = await provide().then(
      (Data) => ({ Status: 'SUCCESS', Data }) as const,
      (error: unknown) => ({ Status: 'FAILED', Reason: reasonOf(error), error }) as const,
    );
    log('custom resource', {
      RequestType,
      status: outcome.Status,
      ...('error' in outcome && { error: outcome.error }),
    });
    const { Status } = outcome;
    return answer(Status === 'SUCCESS' ? { Status, Data: outcome.Data } : { Status, Reason: outcome.Reason });
  };
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const bytes = Buffer.from(text);
  if (bytes.length <= MOST_REASON_BYTES) return text || 'no reason given';
  // A character cut in half at the end decodes to a replacement character.
  return `${bytes
    .subarray(0, MOST_REASON_BYTES)
    .toString()
    .replace(/(?<!\uFFFD)\uFFFD+$/, '')}…`;
}

async function deliver(url: string, answer: object): Promise<void> {
  // The address is signed without a content type: naming one would make S3 refuse it.
  const response = await fetch(url, { method: 'PUT', body: JSON.stringify(answer), headers: { 'content-type': '' } });
  if (!response.ok) throw new Error(`CloudFormation did not take the answer: ${response.status}`);
}
