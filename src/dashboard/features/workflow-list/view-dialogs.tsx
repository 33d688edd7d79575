import { useState } from "react";
import { Button } from "#dashboard/ui/button.tsx";
import { Checkbox } from "#dashboard/ui/checkbox.tsx";
import { CopyButton } from "#dashboard/ui/copy-button.tsx";
import { Dialog } from "#dashboard/ui/dialog.tsx";
import { EmptyState } from "#dashboard/ui/empty-state.tsx";
import { Field } from "#dashboard/ui/field.tsx";
import { TextField } from "#dashboard/ui/text-field.tsx";
import { toast } from "#dashboard/ui/toast.ts";
import type { ListSearch } from "./list-search.ts";
import { readViews, removeView, type SavedView, saveView, useViews } from "./saved-views.ts";

type ManageProps = { linkOf: (search: ListSearch) => string; onClose: () => void };

/** The views by name: which opens first, their links, and a way to be rid of one. */
export function ManageViewsDialog({ linkOf, onClose }: ManageProps) {
  const views = useViews();
  return (
    <Dialog isOpen title="Views" onClose={onClose}>
      {views.length === 0 ? (
        <EmptyState title="No views yet">
          Filter the list, and “Save this view” keeps the filter under a name.
        </EmptyState>
      ) : (
        <ul className="flex flex-col pb-4">
          {views.map((view) => (
            <ViewRow key={view.name} view={view} link={linkOf(view.search)} onRemoved={onClose} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

type RowProps = { view: SavedView; link: string; onRemoved: () => void };

function ViewRow({ view, link, onRemoved }: RowProps) {
  const remove = () => {
    removeView(view.name);
    const stays = readViews().some(({ name }) => name === view.name);
    // The way back stands on a toast, which no dialog may cover.
    onRemoved();
    toast({
      title: stays
        ? `Your view “${view.name}” was deleted; the one for every connection is back in its place`
        : `The view “${view.name}” was deleted${view.isForAll ? " for every connection" : ""}`,
      action: { label: "Undo", onPress: () => void saveView(view) },
    });
  };
  return (
    <li className="flex flex-wrap items-center gap-3 border-border border-t py-2 text-sm first:border-t-0">
      <span className="min-w-0 flex-1 break-words font-medium max-sm:basis-full">
        {view.name}
        {view.isForAll ? <span className="ml-2 font-normal text-muted">every connection</span> : null}
      </span>
      <Checkbox
        label="Opens first"
        checked={view.isDefault}
        onCheckedChange={(isDefault) => void saveView({ ...view, isDefault })}
      />
      <CopyButton text={link} label="Copy the link" size="sm" />
      <Button size="sm" variant="quiet" aria-label={`Delete the view ${view.name}`} onClick={remove}>
        Delete
      </Button>
    </li>
  );
}

type SaveProps = { search: ListSearch; name: string; onClose: () => void };

/** Keep the filter under a name. */
export function SaveViewDialog({ search, name: start, onClose }: SaveProps) {
  const [name, setName] = useState(start);
  const [isDefault, setDefault] = useState(false);
  const [problem, setProblem] = useState<string>();
  const save = () => {
    if (name.trim() === "") return setProblem("Give it a name to find it by.");
    if (!saveView({ name: name.trim(), search, isDefault })) {
      return setProblem("This browser keeps nothing here. The address of the page holds the filter, too.");
    }
    onClose();
  };
  return (
    <Dialog
      isOpen
      title="Save this view"
      description="The filters as they are now, under a name, for this connection. A view of that name is replaced here."
      onClose={onClose}
      onConfirm={save}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" onClick={save}>
            Save the view
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Field label="Name" error={problem}>
          <TextField value={name} onValueChange={setName} />
        </Field>
        <Checkbox label="Open the list with it" checked={isDefault} onCheckedChange={setDefault} />
      </div>
    </Dialog>
  );
}
