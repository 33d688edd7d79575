import { Link } from "@tanstack/react-router";
import type { Delivery, DeliveryTry } from "#contract/callback-operations.ts";
import { JsonView } from "#dashboard/display/json-view.tsx";
import { sayDuration } from "#dashboard/display/say-time.ts";
import { TimeAgo } from "#dashboard/display/time-ago.tsx";
import { Badge } from "#dashboard/ui/badge.tsx";
import { Button } from "#dashboard/ui/button.tsx";
import { Disclosure } from "#dashboard/ui/disclosure.tsx";
import type { Tone } from "#dashboard/ui/tone.ts";

const states: Record<Delivery["state"], [word: string, tone: Tone]> = {
  pending: ["On its way", "info"],
  delivered: ["Delivered", "success"],
  "given-up": ["Given up", "danger"],
};

type Props = { delivery: Delivery; isRetrying: boolean; onRetry: () => void };

/** One event on its way to a callback: where it stands, and behind that what was sent and each answer. */
export function DeliveryRow({ delivery, isRetrying, onRetry }: Props) {
  const { event, url, state, tries, workflowId } = delivery;
  const [word, tone] = states[state];
  return (
    <li className="flex flex-col gap-1 border-border border-t py-2 first:border-t-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">{event}</span>
        <Badge tone={tone}>{word}</Badge>
        <span className="text-muted">{sayTries(delivery)}</span>
        <span className="ml-auto text-muted text-xs">
          <TimeAgo at={delivery.createdAt} />
        </span>
      </div>
      <div className="flex flex-wrap items-center gap-x-3">
        <span className="min-w-0 break-all font-mono text-muted text-xs">{url}</span>
        <Link
          to="/workflows/$workflowId"
          params={{ workflowId }}
          className="ml-auto text-accent text-xs hover:underline"
        >
          Its workflow
        </Link>
      </div>
      <Disclosure label="Payload and answers">
        <div className="flex flex-col gap-2">
          <JsonView value={delivery.payload} label={`payload of ${event}`} />
          <ol aria-label="Answers" className="flex flex-col gap-1 text-xs">
            {tries.map((one) => (
              <li key={one.at} className="flex flex-wrap gap-x-3">
                <span className="tabular text-muted">{sayDuration(one.ms)}</span>
                <span className="min-w-0 break-words">{sayAnswer(one)}</span>
                <TimeAgo at={one.at} />
              </li>
            ))}
          </ol>
          {state === "delivered" ? null : (
            <Button size="sm" className="self-start" isBusy={isRetrying} onClick={onRetry}>
              Send it now
            </Button>
          )}
        </div>
      </Disclosure>
    </li>
  );
}

function sayTries({ tries, state, nextTryAt }: Delivery): string {
  const count = tries.length === 1 ? "1 try" : `${tries.length} tries`;
  const last = tries.at(-1);
  const answer = last ? `, ${sayAnswer(last)}` : "";
  if (state !== "pending") return `${count}${answer}`;
  return nextTryAt ? `${count}${answer}; it is tried again` : "Waits for an earlier one";
}

function sayAnswer({ status, answer, error }: DeliveryTry): string {
  if (status === undefined || status === null) return error ?? "no answer";
  return answer ? `answered ${status}: ${answer.slice(0, 200)}` : `answered ${status}`;
}
