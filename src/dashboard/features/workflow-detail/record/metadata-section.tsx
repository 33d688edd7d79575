import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import { useState } from "react";
import { isObject } from "#contract/json.ts";
import type { Workflow } from "#contract/workflow.ts";
import { useApi } from "#dashboard/api/api.ts";
import { toApiProblem } from "#dashboard/api/api-problem.ts";
import { updateWorkflowMutation } from "#dashboard/api/workflow-mutations.ts";
import { readWorkflow } from "#dashboard/api/workflow-queries.ts";
import { JsonView } from "#dashboard/display/json-view.tsx";
import { LeaveGuard } from "#dashboard/display/leave-guard.tsx";
import { ProblemAlert } from "#dashboard/display/problem-alert.tsx";
import { Alert } from "#dashboard/ui/alert.tsx";
import { Button } from "#dashboard/ui/button.tsx";
import { Field } from "#dashboard/ui/field.tsx";
import { TextArea } from "#dashboard/ui/text-area.tsx";
import { unsavedChange } from "../unsaved-change.ts";

type Props = { id: string; metadata: Workflow["metadata"] };

/** The metadata of a workflow, to be read and changed. What somebody else wrote meanwhile is not overwritten unasked. */
export function MetadataSection({ id, metadata }: Props) {
  const [isEditing, edit] = useState(false);
  if (isEditing) return <Editor id={id} start={metadata ?? {}} onDone={() => edit(false)} />;
  return (
    <div className="flex flex-col gap-2">
      <JsonView value={metadata ?? {}} label="metadata" />
      <Button size="sm" className="self-start" icon={<Pencil size={14} />} onClick={() => edit(true)}>
        Edit the metadata
      </Button>
    </div>
  );
}

type EditorProps = { id: string; start: Record<string, unknown>; onDone: () => void };

function Editor({ id, start: given, onDone }: EditorProps) {
  const api = useApi();
  // The page reads the workflow again and again; what is edited is what stood there when it began.
  const [start] = useState(given);
  const [text, setText] = useState(() => JSON.stringify(start, null, 2));
  const [hasConflict, setConflict] = useState(false);
  const update = useMutation(updateWorkflowMutation(api, useQueryClient()));
  const read = readObject(text);
  const save = useMutation({
    mutationFn: async (isForced: boolean) => {
      if (!read.ok) return;
      const now = (await readWorkflow(api, id)).metadata ?? {};
      if (!isForced && JSON.stringify(now) !== JSON.stringify(start)) return setConflict(true);
      await update.mutateAsync({ id, update: { metadata: read.value } });
      onDone();
    },
  });
  return (
    <div className="flex flex-col gap-2">
      <LeaveGuard question={text === JSON.stringify(start, null, 2) ? undefined : unsavedChange("metadata")} />
      <Field label="Metadata" error={read.ok ? undefined : read.message}>
        <TextArea isMonospace rows={10} spellCheck={false} value={text} onValueChange={setText} />
      </Field>
      {hasConflict ? (
        <Alert tone="warning" isAnnounced title="It was changed meanwhile">
          Somebody else has written this metadata since you began. Saving now would overwrite that.
        </Alert>
      ) : null}
      {save.error ? <ProblemAlert problem={toApiProblem(save.error)} what="The metadata is as it was." /> : null}
      <div className="flex flex-wrap gap-2">
        <Button
          size="sm"
          variant="primary"
          isBusy={save.isPending}
          onClick={() => save.mutate(hasConflict)}
          {...(read.ok ? {} : { disabledReason: "This is no JSON object yet." })}
        >
          {hasConflict ? "Overwrite it" : "Save the metadata"}
        </Button>
        <Button size="sm" variant="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

function readObject(text: string): { ok: true; value: Record<string, unknown> } | { ok: false; message: string } {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? { ok: true, value } : { ok: false, message: "Metadata is a JSON object." };
  } catch (error) {
    return { ok: false, message: `This is not JSON yet. ${error instanceof Error ? error.message : ""}`.trim() };
  }
}
