import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, useState } from "react";
import { useApi } from "#dashboard/api/api.ts";
import { toApiProblem } from "#dashboard/api/api-problem.ts";
import { tagMutation } from "#dashboard/api/workflow-mutations.ts";
import { TagChip } from "#dashboard/display/tag-chip.tsx";
import { TextField } from "#dashboard/ui/text-field.tsx";

/** The tags of a workflow, added with Enter and removed with their x. What was typed stays when the server refuses it. */
export function TagEditor({ id, tags }: { id: string; tags: readonly string[] }) {
  const [text, setText] = useState("");
  const change = useMutation(tagMutation(useApi(), useQueryClient()));
  const press = (event: KeyboardEvent) => {
    const tag = text.trim();
    if (event.key !== "Enter" || tag === "" || change.isPending) return;
    change.mutate({ id, tag, present: true }, { onSuccess: () => setText((now) => (now.trim() === tag ? "" : now)) });
  };
  return (
    <div>
      <div className="flex flex-wrap items-center gap-1.5">
        {tags.map((tag) => (
          <TagChip key={tag} tag={tag} onRemove={() => change.mutate({ id, tag, present: false })} />
        ))}
        <span className="w-36">
          <TextField
            aria-label="Add a tag"
            placeholder="Add a tag"
            size="sm"
            value={text}
            onValueChange={setText}
            onKeyDown={press}
          />
        </span>
      </div>
      {change.error ? (
        <p role="alert" className="mt-1 text-danger text-xs">
          The tag was not changed. {toApiProblem(change.error).message}
        </p>
      ) : null}
    </div>
  );
}
