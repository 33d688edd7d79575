import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Ban, Copy, Ellipsis, Link2, RotateCcw, Trash2 } from "lucide-react";
import { useState } from "react";
import { netByCurrency, totalOf } from "#contract/cost.ts";
import { isTerminal } from "#contract/status.ts";
import type { Workflow } from "#contract/workflow.ts";
import { useApi } from "#dashboard/api/api.ts";
import { toApiProblem } from "#dashboard/api/api-problem.ts";
import { deleteWorkflowMutation, updateWorkflowMutation } from "#dashboard/api/workflow-mutations.ts";
import { Alert } from "#dashboard/ui/alert.tsx";
import { Button } from "#dashboard/ui/button.tsx";
import { ConfirmDialog } from "#dashboard/ui/confirm-dialog.tsx";
import { IconButton } from "#dashboard/ui/icon-button.tsx";
import { announce } from "#dashboard/ui/live-region.ts";
import { Menu } from "#dashboard/ui/menu.tsx";

/** What can be done with a workflow. What ends it or removes it asks first, and says what comes back. */
export function WorkflowActions({ id, workflow }: { id: string; workflow: Workflow }) {
  const [asking, ask] = useState<"cancel" | "delete">();
  const api = useApi();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const update = useMutation(updateWorkflowMutation(api, queryClient));
  const remove = useMutation(deleteWorkflowMutation(api, queryClient));
  const isLive = !isTerminal(workflow.status);
  const copy = (text: string, what: string) =>
    void navigator.clipboard.writeText(text).then(() => announce(`${what} copied`));
  const close = () => ask(undefined);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Link
        to="/workflows/new"
        search={{ from: id }}
        className="inline-flex h-8 items-center gap-1.5 rounded-md border border-border bg-raised px-3 font-medium text-sm hover:bg-sunken"
      >
        <RotateCcw className="size-4" /> Edit and run again
      </Link>
      {isLive ? (
        <Button icon={<Ban />} onClick={() => ask("cancel")}>
          Cancel
        </Button>
      ) : null}
      <Menu
        label="More actions"
        trigger={(trigger) => <IconButton {...trigger} label="More actions" icon={<Ellipsis />} />}
        items={[
          { id: "id", label: "Copy the id", icon: <Copy />, onSelect: () => copy(id, "Id") },
          { id: "link", label: "Copy the link", icon: <Link2 />, onSelect: () => copy(location.href, "Link") },
          {
            id: "delete",
            label: "Delete",
            icon: <Trash2 />,
            isDanger: true,
            startsGroup: true,
            onSelect: () => ask("delete"),
          },
        ]}
      />
      <ConfirmDialog
        isOpen={asking === "cancel"}
        onClose={close}
        title="Cancel this workflow"
        description={`What is not delivered yet comes back. ${sayPaid(workflow)}`}
        confirmLabel="Cancel the workflow"
        cancelLabel="Let it run"
        variant="danger"
        isBusy={update.isPending}
        error={update.error ? <Failure title="It was not canceled" error={update.error} /> : undefined}
        onConfirm={() => update.mutate({ id, update: { status: "canceled" } }, { onSuccess: close })}
      />
      <ConfirmDialog
        isOpen={asking === "delete"}
        onClose={close}
        title="Delete this workflow"
        description={`It goes from the list with its outputs, for good.${isLive ? ` It is canceled first, and what is not delivered comes back. ${sayPaid(workflow)}` : ""}`}
        confirmLabel="Delete the workflow"
        variant="danger"
        isBusy={remove.isPending}
        error={remove.error ? <Failure title="It was not deleted" error={remove.error} /> : undefined}
        onConfirm={() => remove.mutate({ id }, { onSuccess: () => void navigate({ to: "/workflows" }) })}
      />
    </div>
  );
}

function Failure({ title, error }: { title: string; error: Error }) {
  return (
    <Alert tone="danger" isAnnounced title={title}>
      {toApiProblem(error).message}
    </Alert>
  );
}

function sayPaid({ transactions }: Workflow): string {
  const net = netByCurrency(transactions);
  return net ? `Paid so far: ${totalOf(net)} Buzz.` : "What was paid is unknown.";
}
