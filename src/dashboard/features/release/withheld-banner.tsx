import { ShieldAlert } from "lucide-react";
import { Suspense, useState } from "react";
import { isTerminal } from "#contract/status.ts";
import type { Step } from "#contract/step.ts";
import { releasableBlobs, type Workflow } from "#contract/workflow.ts";
import { useApi } from "#dashboard/api/api.ts";
import { buzzNumber, ratingWord } from "#dashboard/display/words.ts";
import { Button } from "#dashboard/ui/button.tsx";
import { lazyPart } from "#dashboard/ui/lazy-part.ts";
import { usePageCommands } from "#dashboard/ui/page-commands.ts";
import { sayAfter, sayRefund, sayWhyWithheld } from "./release-plan.ts";
import { useReleasePlan } from "./use-release-plan.ts";

const ReleaseDialog = lazyPart(async () => (await import("./release-dialog.tsx")).ReleaseDialog);

/** What is withheld, why, and what releasing it costs. Shown only while there is something to release. */
export function WithheldBanner({ id, workflow }: { id: string; workflow: Workflow }) {
  const withheld = releasableBlobs(workflow);
  return withheld.length > 0 ? <Banner id={id} workflow={workflow} /> : null;
}

function Banner({ id, workflow }: { id: string; workflow: Workflow }) {
  const [isOpen, setOpen] = useState(false);
  const { plan, isPricing } = useReleasePlan(workflow);
  const live = useApi().connection.kind === "hosted" ? "live " : "";
  const price = plan && `${buzzNumber(plan.price.chargeYellow)} ${live}yellow`;
  const withheld = releasableBlobs(workflow);
  const ratings = [...new Set(withheld.map(({ nsfwLevel }) => ratingWord(nsfwLevel)))].join(", ");
  usePageCommands(
    price
      ? [
          {
            id: "release",
            label: `Release for ${price}…`,
            icon: <ShieldAlert />,
            onSelect: () => setOpen(true),
          },
        ]
      : [],
  );
  const after = plan && sayAfter(plan);
  const waiting = workflow.steps.filter(({ status }) => status === "unassigned" && !isTerminal(workflow.status));
  return (
    <section
      aria-label="Withheld output"
      className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg bg-withheld-quiet p-4"
    >
      <ShieldAlert className="size-5 shrink-0 text-withheld" aria-hidden="true" />
      <div className="min-w-0 flex-1 basis-72 text-sm">
        <p className="font-medium text-withheld">
          {withheld.length} {withheld.length === 1 ? "output is" : "outputs are"} withheld: rated {ratings}
        </p>
        <p className="text-text">{sayWhyWithheld(workflow)}</p>
        <p className="text-text">
          {isPricing
            ? "Asking for the price of a release…"
            : plan
              ? `Release: ${sayRefund(plan.price)} comes back, ${price} is charged${plan.missingYellow && plan.missingYellow !== "unknown" ? `, and ${buzzNumber(plan.missingYellow)} yellow is missing for that` : ""}. ${after ?? "The balance after it is unknown."}`
              : "What a release costs is unknown: the server told no transactions."}
          {waiting.length > 0 ? ` ${sayWaiting(waiting)}` : ""}
        </p>
      </div>
      <Button
        variant="spend"
        onClick={() => setOpen(true)}
        {...(plan
          ? {}
          : { disabledReason: isPricing ? "The price is being asked for." : "Nothing is released without a price." })}
      >
        {price ? `Release for ${price}` : "Release"}
      </Button>
      {isOpen && plan ? (
        <Suspense>
          <ReleaseDialog id={id} workflow={workflow} plan={plan} isPricing={isPricing} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </section>
  );
}

/** More names than that say less than their number. */
const namedAtMost = 3;

function sayWaiting(steps: readonly Pick<Step, "name">[]): string {
  const names = steps.slice(0, namedAtMost).map(({ name }) => name);
  const others = steps.length - names.length;
  const which = [...names, ...(others > 0 ? [`${others} more`] : [])].join(", ");
  return `${steps.length === 1 ? "One more step waits" : `${steps.length} more steps wait`} for it: ${which}.`;
}
