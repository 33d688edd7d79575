import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import { useState } from "react";
import { isObject } from "#contract/json.ts";
import type { Workflow } from "#contract/workflow.ts";
import { useApi } from "#dashboard/api/api.ts";
import { toApiProblem } from "#dashboard/api/api-problem.ts";
import { isOutcomeUnknown } from "#dashboard/api/is-outcome-unknown.ts";
import { updateWorkflowMutation } from "#dashboard/api/workflow-mutations.ts";
import { readWorkflow } from "#dashboard/api/workflow-queries.ts";
import { JsonView } from "#dashboard/display/json-view.tsx";
import { LeaveGuard } from "#dashboard/display/leave-guard.tsx";
import { ProblemAlert } from "#dashboard/display/problem-alert.tsx";
import { Alert } from "#dashboard/ui/alert.tsx";
import { Button } from "#dashboard/ui/button.tsx";
import { Field } from "#dashboard/ui/field.tsx";
import { sayJsonProblem } from "#dashboard/ui/say-json-problem.ts";
import { TextArea } from "#dashboard/ui/text-area.tsx";
import { useStable } from "#dashboard/ui/use-stable.ts";
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

/** `isForced`: over what somebody else has written meanwhile. */
type Save = { value: Record<string, unknown>; isForced: boolean };

type EditorProps = { id: string; start: Record<string, unknown>; onDone: () => void };

function Editor({ id, start: given, onDone }: EditorProps) {
  const api = useApi();
  // The page reads the workflow again and again; what is edited is what stood there when it began, or was saved last.
  const [start, setStart] = useState(given);
  const [savedText, setSavedText] = useState(() => JSON.stringify(start, null, 2));
  const [text, setText] = useState(savedText);
  const [hasConflict, setConflict] = useState(false);
  const update = useMutation(updateWorkflowMutation(api, useQueryClient()));
  const read = readObject(text);
  const isSaved = text === savedText;
  const settle = useStable((saved: Workflow | undefined, sent: string) => {
    setConflict(saved === undefined);
    if (saved === undefined) return;
    // What was typed while it was under way is not saved by it, and must not go with the editor.
    if (text === sent) return onDone();
    setStart(saved.metadata ?? {});
    setSavedText(sent);
  });
  const save = useMutation({
    mutationFn: async ({ value, isForced }: Save) => {
      const now = await readWorkflow(api, id);
      const stored = JSON.stringify(now.metadata ?? {});
      // A save whose answer was lost went through.
      if (stored === JSON.stringify(value)) return now;
      if (!isForced && stored !== JSON.stringify(start)) return undefined;
      return update.mutateAsync({ id, update: { metadata: value } });
    },
  });
  const press = () => {
    if (!read.ok || save.isPending) return;
    save.mutate({ value: read.value, isForced: hasConflict }, { onSuccess: (saved) => settle(saved, text) });
  };
  return (
    <div className="flex flex-col gap-2">
      <LeaveGuard question={isSaved ? undefined : unsavedChange("metadata")} />
      <Field label="Metadata" error={read.ok ? undefined : read.message}>
        <TextArea isMonospace rows={10} spellCheck={false} value={text} onValueChange={setText} />
      </Field>
      {hasConflict ? (
        <Alert tone="warning" isAnnounced title="It was changed meanwhile">
          Somebody else has written this metadata since you began. Saving now would overwrite that.
        </Alert>
      ) : null}
      {save.data && !isSaved ? (
        <p role="status" className="text-muted text-sm">
          Saved; what you have typed since is not saved yet.
        </p>
      ) : null}
      {save.error ? (
        <ProblemAlert
          problem={toApiProblem(save.error)}
          what={
            // Only what was sent can have been written.
            update.error && isOutcomeUnknown(toApiProblem(update.error))
              ? "Whether the metadata was written is unknown; save it again."
              : "The metadata is as it was."
          }
        />
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button
          size="sm"
          variant="primary"
          isBusy={save.isPending}
          onClick={press}
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
    return { ok: false, message: `This is not JSON yet. ${sayJsonProblem(error, text)}` };
  }
}
