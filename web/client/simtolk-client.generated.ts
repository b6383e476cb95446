// @ts-nocheck
export interface MessageReply {
  messageId: string;
  conversationId: string;
  /** BCP 47; und when the language is none that is spoken */
  questionLocale: string;
  locale: "zh" | "zh-Hant" | "en" | "nl";
  kind: "answer" | "suggestions" | "fallback" | "smalltalk" | "handoff";
  match: string | null;
  /**
   * @min 0
   * @max 1
   */
  confidence: number;
  candidates: {
    id: string;
    question: string;
    /**
     * @min 0
     * @max 1
     */
    confidence: number;
  }[];
  /** @minLength 1 */
  text: string;
  entry?: Entry;
  handoff?: Support;
  /** The conversation seems to end: the page may ask how it was, once a visitor. The mark goes to /v1/feedback. */
  survey: boolean;
  /** The turn is kept: a follow-up finds it, and it can be judged. False while the table is out of reach. */
  stored: boolean;
  /** 0 for the copy that came with the code, while the table has never answered */
  catalogueVersion: number;
}

export interface Entry {
  id: string;
  group: string;
  question: string;
  /** Markdown */
  answer: string;
  steps?: string[];
  otherwise?: string;
  operators?: Record<
    string,
    {
      name: string;
      note: string;
    }
  >;
  devices?: Record<
    string,
    {
      name: string;
      note: string;
    }
  >;
  fits: {
    operator?: string;
    device?: string;
  };
  related: {
    id: string;
    question: string;
  }[];
  links: {
    title: string;
    url: string;
  }[];
  updated: string;
  sources: string[];
}

export interface Support {
  timeZone: string;
  /** True while the contacts are examples. */
  example: boolean;
  channels: {
    id: string;
    kind: "phone" | "email" | "chat" | "hotline";
    name: string;
    contact: string;
    url: string;
    languages: string[];
    hours: {
      days: string[];
      from: string;
      to: string;
    }[];
    openNow: boolean;
    /** @format date-time */
    opensAt?: string;
    /** @format date-time */
    closesAt?: string;
    state: string;
  }[];
  operators: {
    id: string;
    name: string;
    phone?: string;
    website?: string;
    openNow?: boolean;
    /** @format date-time */
    opensAt?: string;
    /** @format date-time */
    closesAt?: string;
    note?: string;
    sources: string[];
  }[];
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: {
    path: string;
    message: string;
  }[];
  requestId: string;
}

export interface MessageRequest {
  /**
   * @minLength 1
   * @maxLength 500
   * @example "no internet after landing"
   */
  text: string;
  /**
   * BCP 47; zh-TW, nl-BE and the like are negotiated to zh, zh-Hant, en or nl.
   * @example "nl"
   */
  locale?: string;
  /** @maxLength 100 */
  conversationId?: string;
}

export interface AnswerReply {
  messageId: string;
  /** BCP 47; und when the language is none that is spoken */
  questionLocale: string;
  locale: "zh" | "zh-Hant" | "en" | "nl";
  kind: "answer" | "suggestions" | "fallback" | "smalltalk" | "handoff";
  match: string | null;
  /**
   * @min 0
   * @max 1
   */
  confidence: number;
  candidates: {
    id: string;
    question: string;
    /**
     * @min 0
     * @max 1
     */
    confidence: number;
  }[];
  /** @minLength 1 */
  text: string;
  entry?: Entry;
  handoff?: Support;
  /** 0 for the copy that came with the code, while the table has never answered */
  catalogueVersion: number;
}

export interface EntryList {
  locale: "zh" | "zh-Hant" | "en" | "nl";
  entries: {
    id: string;
    group: string;
    question: string;
    updated: string;
  }[];
}

export type Feedback = FeedbackRequest & {
  /** As it is stored: without personal data */
  comment?: string;
};

export interface FeedbackRequest {
  /** @maxLength 100 */
  messageId: string;
  helpful: boolean;
  /**
   * @min 1
   * @max 5
   */
  rating?: number;
  /**
   * @minLength 0
   * @maxLength 1000
   */
  comment?: string;
}

export interface TicketReply {
  /** @example "K7P4-9XTC" */
  ticketId: string;
  channel: "email" | "phone" | "chat";
  /**
   * Counted in opening hours
   * @format date-time
   */
  expectedBy: string;
}

export interface TicketRequest {
  channel: "email" | "phone" | "chat";
  /**
   * @minLength 1
   * @maxLength 200
   * @example "visitor@example.org"
   */
  contact: string;
  /**
   * @minLength 1
   * @maxLength 2000
   */
  text: string;
  /**
   * BCP 47; zh-TW, nl-BE and the like are negotiated to zh, zh-Hant, en or nl.
   * @example "nl"
   */
  locale?: string;
  /** @maxLength 100 */
  conversationId?: string;
}

export interface ConversationExport {
  conversationId: string;
  turns: Record<string, any>[];
  feedback: Record<string, any>[];
  tickets: Record<string, any>[];
}

export interface Health {
  status: "ok" | "degraded";
  version: string;
  catalogue: {
    version: number;
    entries: number;
    locales: string[];
  };
}

export interface Identity {
  role: "maintainer" | "reader";
}

export interface Insights {
  questions: number;
  byKind: Record<string, number>;
  byLocale: Record<string, number>;
  /** A share (0–1) of `count` cases with its 95 % interval (Wilson) */
  answerRate: Share;
  answers: {
    helpful: number;
    unhelpful: number;
    /** A share (0–1) of `count` cases with its 95 % interval (Wilson) */
    helpfulness: Share;
    rating: number | null;
    ratings: number;
  };
  survey: {
    helpful: number;
    unhelpful: number;
    /** A share (0–1) of `count` cases with its 95 % interval (Wilson) */
    helpfulness: Share;
    rating: number | null;
    ratings: number;
  };
  minutesSaved: number | null;
  tickets: {
    created: number;
    closed: number;
    closedLate: number;
  };
  from: string;
  to: string;
  days: {
    day: string;
    questions: number;
    byKind: Record<string, number>;
    byLocale: Record<string, number>;
  }[];
  entries: {
    helpful: number;
    unhelpful: number;
    /** A share (0–1) of `count` cases with its 95 % interval (Wilson) */
    helpfulness: Share;
    rating: number | null;
    ratings: number;
    id: string;
    asked: number;
    question: string;
  }[];
  /** Assumed, for `minutesSaved` */
  minutesPerQuestion: number;
  previous: {
    questions: number;
    byKind: Record<string, number>;
    byLocale: Record<string, number>;
    /** A share (0–1) of `count` cases with its 95 % interval (Wilson) */
    answerRate: Share;
    answers: {
      helpful: number;
      unhelpful: number;
      /** A share (0–1) of `count` cases with its 95 % interval (Wilson) */
      helpfulness: Share;
      rating: number | null;
      ratings: number;
    };
    survey: {
      helpful: number;
      unhelpful: number;
      /** A share (0–1) of `count` cases with its 95 % interval (Wilson) */
      helpfulness: Share;
      rating: number | null;
      ratings: number;
    };
    minutesSaved: number | null;
    tickets: {
      created: number;
      closed: number;
      closedLate: number;
    };
  };
  openTickets: {
    open: number;
    late: number;
  };
}

/** A share (0–1) of `count` cases with its 95 % interval (Wilson) */
export interface Share {
  value: number | null;
  low: number;
  high: number;
  count: number;
}

export interface Unanswered {
  from: string;
  to: string;
  questions: number;
  groups: {
    locale: string;
    question: string;
    count: number;
    /** In how many conversations it was asked */
    conversations: number;
    examples: {
      /** For maintainers only */
      messageId?: string;
      at: string;
      text: string;
      questionLocale: string;
      kind: string;
      confidence: number;
      candidates: string[];
    }[];
    nearest: {
      id: string;
      question: string;
      count: number;
    }[];
    yaml: string;
  }[];
}

export interface FeedbackList {
  from: string;
  to: string;
  topics: {
    topic: string;
    helpful: number;
    unhelpful: number;
    comments: number;
  }[];
  items: {
    /** For maintainers only */
    messageId?: string;
    at: string;
    helpful: boolean;
    rating?: number;
    comment?: string;
    topic: string;
    match: string | null;
    kind: string;
    question: string;
    questionLocale: string;
    yaml: string;
  }[];
}

export interface TicketList {
  tickets: Ticket[];
}

export interface Ticket {
  ticketId: string;
  channel: "email" | "phone" | "chat";
  /** For maintainers only */
  contact?: string;
  text: string;
  locale: string;
  status: "open" | "in-progress" | "done";
  createdAt: string;
  expectedBy: string;
  changedAt?: string;
  closedAt?: string;
  /** For maintainers only */
  conversationId?: string;
  transcript?: {
    at: string;
    text: string;
    kind: string;
    match: string | null;
  }[];
  entriesTried?: string[];
  late: boolean;
}

export interface TicketChange {
  status: "open" | "in-progress" | "done";
}

export interface Explanation {
  language: {
    language: string;
    probability: number;
    evidence: string;
  };
  mentions: {
    operator?: string;
    device?: string;
  };
  normalised: string;
  /** The class whose phrasing the text is, word for word */
  verbatim?: string;
  corrections: {
    from: string;
    to: string;
  }[];
  terms: {
    term: string;
    kind: string;
    count: number;
    weight: number;
    pulls: {
      id: string;
      score: number;
    }[];
  }[];
  unknown: string[];
  known: number;
  entries: {
    id: string;
    probability: number;
  }[];
  intents: {
    id: string;
    probability: number;
  }[];
  decision: {
    kind: string;
    match: string | null;
    confidence: number;
  };
  thresholds: {
    answerFrom: number;
    suggestFrom: number;
  };
}

export type QueryParamsType = Record<string | number, any>;
export type ResponseFormat = keyof Omit<Body, "body" | "bodyUsed">;

export interface FullRequestParams extends Omit<RequestInit, "body"> {
  /** set parameter to `true` for call `securityWorker` for this request */
  secure?: boolean;
  /** request path */
  path: string;
  /** content type of request body */
  type?: ContentType;
  /** query params */
  query?: QueryParamsType;
  /** format of response (i.e. response.json() -> format: "json") */
  format?: ResponseFormat;
  /** request body */
  body?: unknown;
  /** base url */
  baseUrl?: string;
  /** request cancellation token */
  cancelToken?: CancelToken;
}

export type RequestParams = Omit<
  FullRequestParams,
  "body" | "method" | "query" | "path"
>;

export interface ApiConfig<SecurityDataType = unknown> {
  baseUrl?: string;
  baseApiParams?: Omit<RequestParams, "baseUrl" | "cancelToken" | "signal">;
  securityWorker?: (
    securityData: SecurityDataType | null,
  ) => Promise<RequestParams | void> | RequestParams | void;
  customFetch?: typeof fetch;
}

export interface HttpResponse<D extends unknown, E extends unknown = unknown>
  extends Response {
  data: D;
  error: E;
}

type CancelToken = Symbol | string | number;

export enum ContentType {
  Json = "application/json",
  JsonApi = "application/vnd.api+json",
  FormData = "multipart/form-data",
  UrlEncoded = "application/x-www-form-urlencoded",
  Text = "text/plain",
}

export class HttpClient<SecurityDataType = unknown> {
  public baseUrl: string = "/";
  private securityData: SecurityDataType | null = null;
  private securityWorker?: ApiConfig<SecurityDataType>["securityWorker"];
  private abortControllers = new Map<CancelToken, AbortController>();
  private customFetch = (...fetchParams: Parameters<typeof fetch>) =>
    fetch(...fetchParams);

  private baseApiParams: RequestParams = {
    credentials: "same-origin",
    headers: {},
    redirect: "follow",
    referrerPolicy: "no-referrer",
  };

  constructor(apiConfig: ApiConfig<SecurityDataType> = {}) {
    Object.assign(this, apiConfig);
  }

  public setSecurityData = (data: SecurityDataType | null) => {
    this.securityData = data;
  };

  protected encodeQueryParam(key: string, value: any) {
    const encodedKey = encodeURIComponent(key);
    return `${encodedKey}=${encodeURIComponent(typeof value === "number" ? value : `${value}`)}`;
  }

  protected addQueryParam(query: QueryParamsType, key: string) {
    return this.encodeQueryParam(key, query[key]);
  }

  protected addArrayQueryParam(query: QueryParamsType, key: string) {
    const value = query[key];
    return value.map((v: any) => this.encodeQueryParam(key, v)).join("&");
  }

  protected toQueryString(rawQuery?: QueryParamsType): string {
    const query = rawQuery || {};
    const keys = Object.keys(query).filter(
      (key) => "undefined" !== typeof query[key],
    );
    return keys
      .map((key) =>
        Array.isArray(query[key])
          ? this.addArrayQueryParam(query, key)
          : this.addQueryParam(query, key),
      )
      .join("&");
  }

  protected addQueryParams(rawQuery?: QueryParamsType): string {
    const queryString = this.toQueryString(rawQuery);
    return queryString ? `?${queryString}` : "";
  }

  private contentFormatters: Record<ContentType, (input: any) => any> = {
    [ContentType.Json]: (input: any) =>
      input !== null && (typeof input === "object" || typeof input === "string")
        ? JSON.stringify(input)
        : input,
    [ContentType.JsonApi]: (input: any) =>
      input !== null && (typeof input === "object" || typeof input === "string")
        ? JSON.stringify(input)
        : input,
    [ContentType.Text]: (input: any) =>
      input !== null && typeof input !== "string"
        ? JSON.stringify(input)
        : input,
    [ContentType.FormData]: (input: any) => {
      if (input instanceof FormData) {
        return input;
      }

      return Object.keys(input || {}).reduce((formData, key) => {
        const property = input[key];
        formData.append(
          key,
          property instanceof Blob
            ? property
            : typeof property === "object" && property !== null
              ? JSON.stringify(property)
              : `${property}`,
        );
        return formData;
      }, new FormData());
    },
    [ContentType.UrlEncoded]: (input: any) => this.toQueryString(input),
  };

  protected mergeRequestParams(
    params1: RequestParams,
    params2?: RequestParams,
  ): RequestParams {
    return {
      ...this.baseApiParams,
      ...params1,
      ...(params2 || {}),
      headers: {
        ...(this.baseApiParams.headers || {}),
        ...(params1.headers || {}),
        ...((params2 && params2.headers) || {}),
      },
    };
  }

  protected createAbortSignal = (
    cancelToken: CancelToken,
  ): AbortSignal | undefined => {
    if (this.abortControllers.has(cancelToken)) {
      const abortController = this.abortControllers.get(cancelToken);
      if (abortController) {
        return abortController.signal;
      }
      return void 0;
    }

    const abortController = new AbortController();
    this.abortControllers.set(cancelToken, abortController);
    return abortController.signal;
  };

  public abortRequest = (cancelToken: CancelToken) => {
    const abortController = this.abortControllers.get(cancelToken);

    if (abortController) {
      abortController.abort();
      this.abortControllers.delete(cancelToken);
    }
  };

  public request = async <T = any, E = any>({
    body,
    secure,
    path,
    type,
    query,
    format,
    baseUrl,
    cancelToken,
    ...params
  }: FullRequestParams): Promise<HttpResponse<T, E>> => {
    const secureParams =
      ((typeof secure === "boolean" ? secure : this.baseApiParams.secure) &&
        this.securityWorker &&
        (await this.securityWorker(this.securityData))) ||
      {};
    const requestParams = this.mergeRequestParams(params, secureParams);
    const queryString = query && this.toQueryString(query);
    const payloadFormatter = this.contentFormatters[type || ContentType.Json];
    const responseFormat = format || requestParams.format;

    return this.customFetch(
      `${baseUrl || this.baseUrl || ""}${path}${queryString ? `?${queryString}` : ""}`,
      {
        ...requestParams,
        headers: {
          ...(requestParams.headers || {}),
          ...(type && type !== ContentType.FormData
            ? { "Content-Type": type }
            : {}),
        },
        signal:
          (cancelToken
            ? this.createAbortSignal(cancelToken)
            : requestParams.signal) || null,
        body:
          typeof body === "undefined" || body === null
            ? null
            : payloadFormatter(body),
      },
    ).then(async (response) => {
      const r = response as HttpResponse<T, E>;
      r.data = null as unknown as T;
      r.error = null as unknown as E;

      const responseToParse = responseFormat ? response.clone() : response;
      const data = !responseFormat
        ? r
        : await responseToParse[responseFormat]()
            .then((data) => {
              if (r.ok) {
                r.data = data;
              } else {
                r.error = data;
              }
              return r;
            })
            .catch((e) => {
              r.error = e;
              return r;
            });

      if (cancelToken) {
        this.abortControllers.delete(cancelToken);
      }

      if (!response.ok) throw data;
      return data;
    });
  };
}

/**
 * @title Simtolk
 * @version 1
 * @license MIT (https://spdx.org/licenses/MIT.html)
 * @baseUrl /
 *
 * Answers to questions about eSIMs in the Netherlands, in Chinese, English and Dutch.
 */
export class SimtolkClient<
  SecurityDataType extends unknown,
> extends HttpClient<SecurityDataType> {
  v1 = {
    /**
     * No description
     *
     * @name SendMessage
     * @summary Ask a question, or go on with a conversation
     * @request POST:/v1/messages
     */
    sendMessage: (data: MessageRequest, params: RequestParams = {}) =>
      this.request<MessageReply, Problem>({
        path: `/v1/messages`,
        method: "POST",
        body: data,
        type: ContentType.Json,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name GetAnswer
     * @summary The reply to one question, cacheable
     * @request GET:/v1/answers
     */
    getAnswer: (
      query: {
        /**
         * @minLength 1
         * @maxLength 500
         * @example "no internet after landing"
         */
        q: string;
        /**
         * BCP 47; zh-TW, nl-BE and the like are negotiated to zh, zh-Hant, en or nl.
         * @example "nl"
         */
        locale?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<AnswerReply, Problem>({
        path: `/v1/answers`,
        method: "GET",
        query: query,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name ListEntries
     * @summary The entries of the catalogue, by group
     * @request GET:/v1/entries
     */
    listEntries: (
      query?: {
        /**
         * BCP 47; zh-TW, nl-BE and the like are negotiated to zh, zh-Hant, en or nl.
         * @example "nl"
         */
        locale?: string;
        /** @maxLength 100 */
        group?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<EntryList, void | Problem>({
        path: `/v1/entries`,
        method: "GET",
        query: query,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name GetEntry
     * @summary One entry, whole
     * @request GET:/v1/entries/{id}
     */
    getEntry: (
      id: string,
      query?: {
        /**
         * BCP 47; zh-TW, nl-BE and the like are negotiated to zh, zh-Hant, en or nl.
         * @example "nl"
         */
        locale?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<Entry, void | Problem>({
        path: `/v1/entries/${id}`,
        method: "GET",
        query: query,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name GetSupport
     * @summary Support channels with their hours, and the operators’ own lines
     * @request GET:/v1/support
     */
    getSupport: (
      query?: {
        /**
         * BCP 47; zh-TW, nl-BE and the like are negotiated to zh, zh-Hant, en or nl.
         * @example "nl"
         */
        locale?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<Support, Problem>({
        path: `/v1/support`,
        method: "GET",
        query: query,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name GiveFeedback
     * @summary Say whether a message helped; saying it again replaces it
     * @request POST:/v1/feedback
     */
    giveFeedback: (data: FeedbackRequest, params: RequestParams = {}) =>
      this.request<Feedback, Problem>({
        path: `/v1/feedback`,
        method: "POST",
        body: data,
        type: ContentType.Json,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name CreateTicket
     * @summary Ask a human to come back; the transcript of the conversation goes along
     * @request POST:/v1/tickets
     */
    createTicket: (data: TicketRequest, params: RequestParams = {}) =>
      this.request<TicketReply, Problem>({
        path: `/v1/tickets`,
        method: "POST",
        body: data,
        type: ContentType.Json,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name ExportConversation
     * @summary All that is stored of a conversation; whoever knows its id may see it
     * @request GET:/v1/conversations/{conversationId}
     */
    exportConversation: (conversationId: string, params: RequestParams = {}) =>
      this.request<ConversationExport, Problem>({
        path: `/v1/conversations/${conversationId}`,
        method: "GET",
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name DeleteConversation
     * @summary Delete all that is stored of a conversation
     * @request DELETE:/v1/conversations/{conversationId}
     */
    deleteConversation: (conversationId: string, params: RequestParams = {}) =>
      this.request<void, Problem>({
        path: `/v1/conversations/${conversationId}`,
        method: "DELETE",
        ...params,
      }),

    /**
     * No description
     *
     * @name GetHealth
     * @summary State of the service
     * @request GET:/v1/health
     */
    getHealth: (params: RequestParams = {}) =>
      this.request<Health, Problem>({
        path: `/v1/health`,
        method: "GET",
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name GetIdentity
     * @summary The role of whoever asks
     * @request GET:/v1/admin/identity
     * @secure
     */
    getIdentity: (params: RequestParams = {}) =>
      this.request<Identity, Problem>({
        path: `/v1/admin/identity`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name GetInsights
     * @summary Questions, answer rate, marks by entry, time saved and tickets of a period, against the one before
     * @request GET:/v1/admin/insights
     * @secure
     */
    getInsights: (
      query?: {
        /**
         * ISO date (UTC); 30 days up to `to` by default
         * @format date
         */
        from?: string;
        /**
         * ISO date (UTC), included; today by default
         * @format date
         */
        to?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<Insights, Problem>({
        path: `/v1/admin/insights`,
        method: "GET",
        query: query,
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name GetUnanswered
     * @summary The newest questions without a sure answer, grouped by likeness per language, with the nearest entries
     * @request GET:/v1/admin/unanswered
     * @secure
     */
    getUnanswered: (
      query?: {
        /**
         * ISO date (UTC); 30 days up to `to` by default
         * @format date
         */
        from?: string;
        /**
         * ISO date (UTC), included; today by default
         * @format date
         */
        to?: string;
        /**
         * @min 1
         * @max 1000
         * @default 300
         */
        limit?: number;
      },
      params: RequestParams = {},
    ) =>
      this.request<Unanswered, Problem>({
        path: `/v1/admin/unanswered`,
        method: "GET",
        query: query,
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name GetFeedback
     * @summary The newest feedback with its questions, unhelpful first, and its sums by topic
     * @request GET:/v1/admin/feedback
     * @secure
     */
    getFeedback: (
      query?: {
        /**
         * ISO date (UTC); 30 days up to `to` by default
         * @format date
         */
        from?: string;
        /**
         * ISO date (UTC), included; today by default
         * @format date
         */
        to?: string;
        /**
         * @min 1
         * @max 500
         * @default 100
         */
        limit?: number;
      },
      params: RequestParams = {},
    ) =>
      this.request<FeedbackList, Problem>({
        path: `/v1/admin/feedback`,
        method: "GET",
        query: query,
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name ListTickets
     * @summary The tickets that wait, the most urgent first; or those closed in a period
     * @request GET:/v1/admin/tickets
     * @secure
     */
    listTickets: (
      query?: {
        /**
         * ISO date (UTC); 30 days up to `to` by default
         * @format date
         */
        from?: string;
        /**
         * ISO date (UTC), included; today by default
         * @format date
         */
        to?: string;
        /** @default "open" */
        status?: "open" | "done";
      },
      params: RequestParams = {},
    ) =>
      this.request<TicketList, Problem>({
        path: `/v1/admin/tickets`,
        method: "GET",
        query: query,
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name ChangeTicket
     * @summary Change the status of a ticket
     * @request PATCH:/v1/admin/tickets/{ticketId}
     * @secure
     */
    changeTicket: (
      ticketId: string,
      data: TicketChange,
      params: RequestParams = {},
    ) =>
      this.request<Ticket, Problem>({
        path: `/v1/admin/tickets/${ticketId}`,
        method: "PATCH",
        body: data,
        secure: true,
        type: ContentType.Json,
        format: "json",
        ...params,
      }),

    /**
     * No description
     *
     * @name ExplainQuestion
     * @summary Language, normalised text, terms, scores, runners-up and thresholds of a question
     * @request GET:/v1/admin/explain
     * @secure
     */
    explainQuestion: (
      query: {
        /**
         * @minLength 1
         * @maxLength 500
         * @example "no internet after landing"
         */
        q: string;
        /**
         * BCP 47; zh-TW, nl-BE and the like are negotiated to zh, zh-Hant, en or nl.
         * @example "nl"
         */
        locale?: string;
      },
      params: RequestParams = {},
    ) =>
      this.request<Explanation, Problem>({
        path: `/v1/admin/explain`,
        method: "GET",
        query: query,
        secure: true,
        format: "json",
        ...params,
      }),
  };
}
