import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { releasableBlobs, type Workflow } from "#contract/workflow.ts";
import { useApi } from "#dashboard/api/api.ts";
import { toApiProblem } from "#dashboard/api/api-problem.ts";
import { ReleasePriceChanged, releaseMutation, UnknownRelease } from "#dashboard/api/release-workflow.ts";
import { BuzzAmount } from "#dashboard/display/buzz-amount.tsx";
import { buzzNumber, workflowName } from "#dashboard/display/words.ts";
import { Alert } from "#dashboard/ui/alert.tsx";
import { ConfirmDialog } from "#dashboard/ui/confirm-dialog.tsx";
import { announce } from "#dashboard/ui/live-region.ts";
import { TableHead } from "#dashboard/ui/table-head.tsx";
import { toast } from "#dashboard/ui/toast.ts";
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
      const description = toApiProblem(error).message;
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
        onSuccess: () => {
          announce(`Released for ${named}.`);
          onClose();
        },
      },
    );
  };
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={`Release ${count} withheld ${count === 1 ? "output" : "outputs"}`}
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
      <table className="w-full text-left text-sm">
        <TableHead columns={["Balance", "Before", "Change", "After"]} numbersFrom={1} />
        <tbody>
          {lines.map(({ currency, before, change, after }) => (
            <tr key={currency} className="tabular border-border border-t">
              <td className="py-1.5">
                <BuzzAmount currency={currency} amount={Math.abs(change)} />
              </td>
              <td className="py-1.5 pr-3 text-right text-muted">{say(before)}</td>
              <td className="py-1.5 pr-3 text-right">
                {change > 0 ? `+${buzzNumber(change)}` : buzzNumber(change).replace("-", "−")}
              </td>
              <td className="py-1.5 text-right font-medium">{say(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
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

function Failure({ error }: { error: Error }) {
  return (
    <Alert tone="danger" isAnnounced title={failureTitle(error)}>
      {toApiProblem(error).message}
    </Alert>
  );
}

function say(amount: number | "unknown"): string {
  return amount === "unknown" ? "unknown" : buzzNumber(amount).replace("-", "−");
}
