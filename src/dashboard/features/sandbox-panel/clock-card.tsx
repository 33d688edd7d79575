import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useApi } from "#dashboard/api/api.ts";
import { toApiProblem } from "#dashboard/api/api-problem.ts";
import { clockQuery, moveClockMutation } from "#dashboard/api/sandbox-controls.ts";
import { ProblemAlert } from "#dashboard/display/problem-alert.tsx";
import { sayDuration, sayInstant } from "#dashboard/display/say-time.ts";
import { countNumber } from "#dashboard/display/words.ts";
import { Button } from "#dashboard/ui/button.tsx";
import { Field } from "#dashboard/ui/field.tsx";
import { Select } from "#dashboard/ui/select.tsx";
import { PanelCard } from "./panel-card.tsx";

const speeds = [1, 10, 60, 1_000] as const;
const steps: readonly [label: string, seconds: number][] = [
  ["1 minute", 60],
  ["20 minutes", 20 * 60],
  ["1 day", 24 * 3600],
  ["30 days", 30 * 24 * 3600],
];

/** The sandbox's time: what it says, how fast work goes, and ways to skip some of it. */
export function ClockCard() {
  const api = useApi();
  const clock = useQuery(clockQuery(api));
  const change = useMutation(moveClockMutation(api, useQueryClient()));
  const speed = clock.data?.speed;
  const offered = [...new Set([...speeds, ...(speed === undefined ? [] : [speed])])].toSorted((a, b) => a - b);
  const failed = change.error ?? clock.error;
  return (
    <PanelCard title="Clock">
      <p role="status" className="text-muted text-sm">
        {clock.data ? sayClock(clock.data.now, clock.data.aheadSeconds) : "Reading the clock…"}
      </p>
      <Field label="Work goes" help="For work that begins from now on, until the sandbox is started again." isHelpOpen>
        <Select
          {...(speed === undefined ? { placeholder: "Unknown" } : { value: String(speed) })}
          options={offered.map((one) => ({ value: String(one), label: saySpeed(one) }))}
          onValueChange={(value) => change.mutate({ speed: Number(value) })}
        />
      </Field>
      <div>
        <p className="mb-1 font-medium text-sm">Skip</p>
        <div className="flex flex-wrap gap-2">
          {steps.map(([label, advanceSeconds]) => (
            <Button
              key={label}
              size="sm"
              aria-label={`Skip ${label}`}
              isBusy={change.isPending && change.variables.advanceSeconds === advanceSeconds}
              onClick={() => change.mutate({ advanceSeconds })}
            >
              {label}
            </Button>
          ))}
        </div>
        <p className="mt-1 text-muted text-xs">
          Work that comes due is done, links expire after 15 minutes. There is no way back.
        </p>
      </div>
      {failed ? <ProblemAlert problem={toApiProblem(failed)} what="The clock is as it was." /> : null}
    </PanelCard>
  );
}

function sayClock(now: string, aheadSeconds: number): string {
  const said = `It is ${sayInstant(Date.parse(now))} in the sandbox`;
  return aheadSeconds === 0
    ? `${said}, as on this machine.`
    : `${said}, ${sayDuration(aheadSeconds * 1000)} ahead of this machine.`;
}

function saySpeed(speed: number): string {
  return speed === 1 ? "As usual: 4 s for a picture" : `${countNumber(speed)} times faster`;
}
