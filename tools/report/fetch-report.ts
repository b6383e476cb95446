/** Gets what a report is made of, over the maintainers' routes: from this machine or from the cloud alike. */
import type { z } from '@hono/zod-openapi';
import type { Locale } from '../../functions/catalogue/catalogue.ts';
import { feedbackListReply, insightsReply, unansweredReply } from '../../functions/http/admin-schemas.ts';

export interface Report {
  readonly insights: z.infer<typeof insightsReply>;
  readonly unanswered: z.infer<typeof unansweredReply>;
  readonly feedback: z.infer<typeof feedbackListReply>;
}

export interface ReportRequest {
  /** Address of the service, without a path. */
  readonly url: string;
  readonly token: string;
  readonly locale: Locale;
  /** ISO dates; the last 30 days without them. */
  readonly from?: string;
  readonly to?: string;
}

/** Returns the report. Throws when the service refuses, with what it says, or cannot be reached. */
export async function fetchReport({ url, token, locale, from, to }: ReportRequest): Promise<Report> {
  const period = new URLSearchParams({ ...(from && { from }), ...(to && { to }) });
  const headers = { authorization: `Bearer ${token}`, 'accept-language': locale };
  const get = async (name: string): Promise<unknown> => {
    const response = await fetch(new URL(`/v1/admin/${name}?${period}`, url), { headers });
    if (!response.ok) throw new Error(`${response.status} for ${name}: ${await response.text()}`);
    return response.json();
  };
  const [insights, unanswered, feedback] = await Promise.all(['insights', 'unanswered', 'feedback'].map(get));
  return {
    insights: insightsReply.parse(insights),
    unanswered: unansweredReply.parse(unanswered),
    feedback: feedbackListReply.parse(feedback),
  };
}
