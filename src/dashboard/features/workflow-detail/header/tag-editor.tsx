import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, useState } from "react";
import { useApi } from "#dashboard/api/api.ts";
import { toApiProblem } from "#dashboard/api/api-problem.ts";
import { tagMutation } from "#dashboard/api/workflow-mutations.ts";
import { TagChip } from "#dashboard/display/tag-chip.tsx";
import { TextField } from "#dashboard/ui/text-field.tsx";

type Wish = { tag: string; present: boolean };

/**
 * The tags of a workflow, added with Enter and removed with their x, one after another. What was typed stays until it is
 * a tag: when the server refuses it, and when more is typed while a change is under way.
 */
export function TagEditor({ id, tags }: { id: string; tags: readonly string[] }) {
  const [text, setText] = useState("");
  const [failure, setFailure] = useState<Wish & { error: Error }>();
  const sending = tagMutation(useApi(), useQueryClient());
  const change = useMutation({
    ...sending,
    // In turn, so that each answer tells the tags as the ones before have left them.
    scope: { id: `tags of ${id}` },
    // Here and not beside the press: there only the last of several presses would hear what became of it.
    onSuccess: (...told) => {
      const [, { tag, present }] = told;
      if (present) setText((now) => (now.trim() === tag ? "" : now));
      return sending.onSuccess?.(...told);
    },
    onError: (error, wish) => setFailure({ ...wish, error }),
  });
  const send = (wish: Wish) => {
    const { isPending, variables } = change;
    if (isPending && variables.tag === wish.tag && variables.present === wish.present) return;
    setFailure(undefined);
    change.mutate({ id, ...wish });
  };
  const press = (event: KeyboardEvent) => {
    const tag = text.trim();
    if (event.key === "Enter" && tag !== "") send({ tag, present: true });
  };
  return (
    <div>
      <div className="flex flex-wrap items-center gap-1.5">
        {tags.map((tag) => (
          <TagChip key={tag} tag={tag} onRemove={() => send({ tag, present: false })} />
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
      {failure ? (
        <p role="alert" className="mt-1 text-danger text-xs">
          The tag “{failure.tag}” was not {failure.present ? "added" : "removed"}. {toApiProblem(failure.error).message}
        </p>
      ) : null}
    </div>
  );
}
