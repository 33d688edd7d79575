import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { releasableBlobs, type Workflow } from "#contract/workflow.ts";
import { useApi } from "#dashboard/api/api.ts";
import { toApiProblem } from "#dashboard/api/api-problem.ts";
import { ReleasePriceChanged, releaseMutation, UnknownRelease } from "#dashboard/api/release-workflow.ts";
import { buzzNumber, countOf, workflowName } from "#dashboard/display/words.ts";
import { Alert } from "#dashboard/ui/alert.tsx";
import { ConfirmDialog } from "#dashboard/ui/confirm-dialog.tsx";
import { announce } from "#dashboard/ui/live-region.ts";
import { toast } from "#dashboard/ui/toast.ts";
import { BalanceTable } from "./balance-table.tsx";
import { type ReleasePlan, sayRefund } from "./release-plan.ts";

type Props = { id: string; workflow: Workflow; plan: ReleasePlan; isPricing: boolean; onClose: () => void };

/** Confirm a release: each balance before and after. The button names the price; the focus starts on Cancel. */
export function ReleaseDialog({ id, workflow, plan, isPricing, onClose }: Props) {
  const api = useApi();
  const isThere = useRef(true);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);
  const sending = releaseMutation(api, useQueryClient());
  const release = useMutation({
    ...sending,
    onSuccess: (...told) => {
      const [{ isLogged }] = told;
      if (!isLogged) {
        toast({
          title: "Released, but not noted",
          description: "It could not be written into the workflow's metadata when it was, and at which price.",
          tone: "danger",
        });
      }
      return sending.onSuccess?.(...told);
    },
    // Who left while it was under way is told on whichever page they are: money is not left open.
    onError: (error) => {
      const description = failureWords(error);
      if (!isThere.current) toast({ title: failureTitle(error), description, tone: "danger" });
    },
  });
  const { price, lines, missingYellow } = plan;
  const named = `${buzzNumber(price.chargeYellow)} ${api.connection.kind === "hosted" ? "live " : ""}yellow`;
  const count = releasableBlobs(workflow).length;
  const confirm = () => {
    if (release.isPending) return;
    release.mutate(
      { id, quotedYellow: price.chargeYellow },
      {
        onSuccess: ({ wasReleased }) => {
          if (wasReleased) toast(sayWasReleased(workflow));
          else announce(`Released for ${named}.`);
          onClose();
        },
      },
    );
  };
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={`Release ${countOf(count, "withheld output")}`}
      description={`Of ${workflowName(workflow)}: ${sayRefund(price)} comes back, ${named} is charged.`}
      confirmLabel={`Release for ${named}`}
      variant="spend"
      onConfirm={confirm}
      isBusy={release.isPending}
      disabledReason={
        isPricing
          ? "The price is being asked for."
          : missingYellow !== "unknown" && missingYellow > 0
            ? `${buzzNumber(missingYellow)} yellow is missing. Nothing is released or charged.`
            : undefined
      }
      error={release.error ? <Failure error={release.error} /> : undefined}
    >
      <BalanceTable lines={lines} />
      {missingYellow !== "unknown" && missingYellow > 0 ? (
        <p role="alert" className="mt-3 text-danger text-sm">
          {buzzNumber(missingYellow)} yellow is missing. Top yellow up, and come back; nothing changes until then.
        </p>
      ) : null}
    </ConfirmDialog>
  );
}

function failureTitle(error: Error): string {
  if (error instanceof UnknownRelease) return "Whether it was released is unknown";
  return error instanceof ReleasePriceChanged ? "The price changed, and nothing was released" : "Nothing was released";
}

function failureWords(error: Error): string {
  const { message } = toApiProblem(error);
  if (!(error instanceof ReleasePriceChanged)) return message;
  const now = error.nowYellow === undefined ? "unknown" : buzzNumber(error.nowYellow);
  return `It was ${buzzNumber(error.quotedYellow)} yellow and is ${now} now. ${message}`;
}

function sayWasReleased(workflow: Workflow): { title: string; description: string } {
  return {
    title: `“${workflowName(workflow)}” was released already`,
    description: "By somebody else, or by a try whose answer was lost. Nothing more was charged.",
  };
}

function Failure({ error }: { error: Error }) {
  return (
    <Alert tone="danger" isAnnounced title={failureTitle(error)}>
      {failureWords(error)}
    </Alert>
  );
}
