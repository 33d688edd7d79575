import { type CallbackPayload, callbackPayloadSchema } from "#contract/callbacks.ts";
import { type HttpTrial, httpTrial } from "../http/http-trial.ts";

/** What a receiver was sent, in order. */
export type Received = { url: string; payload: CallbackPayload; init: RequestInit };

/** A sandbox whose callbacks go to a receiver in this process instead of into the world. */
export type CallbackTrial = HttpTrial & {
  received: Received[];
  /** What was received, in few words: `step $0 processing`. */
  story(url?: string): string[];
  /** How the receiver answers from now on: a status for an URL, or the failure that it throws. */
  answerWith(answer: (url: string) => number | Error): void;
};

export const hook = "https://hooks.example/one";

export function callbackTrial(options: Parameters<typeof httpTrial>[0] = {}): CallbackTrial {
  const received: Received[] = [];
  let answerOf: (url: string) => number | Error = () => 204;
  const trial = httpTrial({
    callbacks: {
      send: async (url, init) => {
        const answer = answerOf(url);
        if (answer instanceof Error) throw answer;
        received.push({ url, payload: callbackPayloadSchema.parse(JSON.parse(String(init.body))), init });
        return new Response(answer === 204 ? null : `answered ${answer}`, { status: answer });
      },
    },
    ...options,
  });
  return {
    ...trial,
    received,
    story: (url) => received.filter((one) => url === undefined || one.url === url).map(({ payload }) => tell(payload)),
    answerWith: (answer) => {
      answerOf = answer;
    },
  };
}

function tell(payload: CallbackPayload): string {
  switch (payload.$type) {
    case "workflow":
      return `workflow ${payload.status}`;
    case "step":
      return `step ${payload.name} ${payload.status}`;
    case "job":
      return `job ${payload.stepName} ${payload.jobId.split("-").at(-1)} ${payload.status}`;
  }
}
