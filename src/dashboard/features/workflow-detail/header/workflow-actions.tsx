import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Ban, Copy, CopyPlus, Download, Ellipsis, Link2, RotateCcw, SquareTerminal, Trash2 } from "lucide-react";
import { useState } from "react";
import { isTerminal } from "#contract/status.ts";
import type { Workflow } from "#contract/workflow.ts";
import { useApi } from "#dashboard/api/api.ts";
import { toApiProblem } from "#dashboard/api/api-problem.ts";
import { originOf } from "#dashboard/api/connection.ts";
import { isOutcomeUnknown } from "#dashboard/api/is-outcome-unknown.ts";
import { deleteWorkflowMutation, updateWorkflowMutation } from "#dashboard/api/workflow-mutations.ts";
import { curlToRead, exportText } from "#dashboard/display/export-text.ts";
import { Alert } from "#dashboard/ui/alert.tsx";
import { Button } from "#dashboard/ui/button.tsx";
import { ConfirmDialog } from "#dashboard/ui/confirm-dialog.tsx";
import { copyText } from "#dashboard/ui/copy-text.ts";
import { IconButton } from "#dashboard/ui/icon-button.tsx";
import { announce } from "#dashboard/ui/live-region.ts";
import { Menu, type MenuItem } from "#dashboard/ui/menu.tsx";
import { usePageCommands } from "#dashboard/ui/page-commands.ts";
import { saveFile } from "#dashboard/ui/save-file.ts";
import { sayCancelPlan, useCancelPlan } from "./use-cancel-plan.ts";

type Props = {
  id: string;
  workflow: Workflow;
  /** The workflow as the body of a request. */
  bodyOf: (workflow: Workflow) => Record<string, unknown> | undefined;
  onRunCopy: () => void;
};

/** What can be done with a workflow. What ends it or removes it asks first, and says what comes back. */
export function WorkflowActions({ id, workflow, bodyOf, onRunCopy }: Props) {
  const [asking, setAsking] = useState<"cancel" | "delete">();
  const api = useApi();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const update = useMutation(updateWorkflowMutation(api, queryClient));
  const remove = useMutation(deleteWorkflowMutation(api, queryClient));
  const ask = (next: typeof asking) => {
    // Why it failed the last time says nothing of this time.
    if (next && !update.isPending) update.reset();
    if (next && !remove.isPending) remove.reset();
    setAsking(next);
  };
  const isLive = !isTerminal(workflow.status);
  const cancelPlan = useCancelPlan(id, workflow, asking !== undefined && isLive);
  const origin = originOf(api.connection);
  const body = () => bodyOf(workflow) ?? {};
  const close = () => ask(undefined);
  const more: MenuItem[] = [
    {
      id: "run-copy",
      label: "Run a copy as it is",
      hint: "Asks for its price first",
      icon: <CopyPlus />,
      onSelect: onRunCopy,
    },
    { id: "id", startsGroup: true, label: "Copy the id", icon: <Copy />, onSelect: () => void copy(id, "Id") },
    {
      id: "link",
      label: "Copy the link",
      icon: <Link2 />,
      onSelect: () => void copy(`${location.origin}${location.pathname}`, "Link"),
    },
    {
      id: "curl",
      label: "Copy as cURL",
      hint: "Reads this workflow",
      icon: <SquareTerminal />,
      onSelect: () => void copy(curlToRead(origin, id), "cURL command"),
    },
    {
      id: "curl-submit",
      label: "Copy the submit as cURL",
      hint: "Running it spends Buzz again",
      icon: <SquareTerminal />,
      onSelect: () => void copy(exportText("curl", body(), origin), "cURL command"),
    },
    {
      id: "export",
      label: "Export as JSON",
      icon: <Download />,
      startsGroup: true,
      onSelect: () =>
        saveFile(`${id}.json`, new Blob([JSON.stringify(workflow, null, 2)], { type: "application/json" })),
    },
    {
      id: "delete",
      label: "Delete",
      icon: <Trash2 />,
      isDanger: true,
      startsGroup: true,
      onSelect: () => ask("delete"),
    },
  ];
  usePageCommands([
    {
      id: "edit",
      label: "Edit and run again",
      icon: <RotateCcw />,
      onSelect: () => void navigate({ to: "/workflows/new", search: { from: id } }),
    },
    ...(isLive ? [{ id: "cancel", label: "Cancel the workflow…", icon: <Ban />, onSelect: () => ask("cancel") }] : []),
    ...more.map((item) => (item.isDanger ? { ...item, label: `${item.label} the workflow…` } : item)),
  ]);
  return (
    <div className="contents">
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
        items={more}
      />
      <ConfirmDialog
        isOpen={asking === "cancel"}
        onClose={close}
        title="Cancel this workflow"
        description={`The work stops, and what is delivered stays. ${sayCancelPlan(cancelPlan, workflow)}`}
        confirmLabel="Cancel the workflow"
        cancelLabel="Let it run"
        variant="danger"
        isBusy={update.isPending}
        error={update.error ? <Failure what="canceled" error={update.error} /> : undefined}
        onConfirm={() => update.mutate({ id, update: { status: "canceled" } }, { onSuccess: close })}
      />
      <ConfirmDialog
        isOpen={asking === "delete"}
        onClose={close}
        title="Delete this workflow"
        description={`It goes from the list with its outputs, for good.${isLive ? ` It is canceled first. ${sayCancelPlan(cancelPlan, workflow)}` : ""}`}
        confirmLabel="Delete the workflow"
        variant="danger"
        isBusy={remove.isPending}
        error={remove.error ? <Failure what="deleted" error={remove.error} /> : undefined}
        onConfirm={() => remove.mutate({ id }, { onSuccess: () => void navigate({ to: "/workflows" }) })}
      />
    </div>
  );
}

function Failure({ what, error }: { what: "canceled" | "deleted"; error: Error }) {
  const problem = toApiProblem(error);
  const title = isOutcomeUnknown(problem) ? `Whether it was ${what} is unknown` : `It was not ${what}`;
  return (
    <Alert tone="danger" isAnnounced title={title}>
      {problem.message}
    </Alert>
  );
}

async function copy(text: string, what: string): Promise<void> {
  if (await copyText(text)) announce(`${what} copied`);
}
