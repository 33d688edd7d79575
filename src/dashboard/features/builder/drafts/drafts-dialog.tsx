import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { TimeAgo } from "#dashboard/display/time-ago.tsx";
import { countOf } from "#dashboard/display/words.ts";
import { Button } from "#dashboard/ui/button.tsx";
import { Dialog } from "#dashboard/ui/dialog.tsx";
import { EmptyState } from "#dashboard/ui/empty-state.tsx";
import { IconButton } from "#dashboard/ui/icon-button.tsx";
import { toast } from "#dashboard/ui/toast.ts";
import { type Draft, draftTitle } from "./draft.ts";
import { forgetDraft, keepDraft, listDrafts } from "./draft-db.ts";

type Props = {
  isOpen: boolean;
  connectionId: string;
  /** The draft of this tab. */
  currentId: string;
  onClose: () => void;
  onOpen: (id: string) => void;
  onNew: () => void;
};

/** The drafts of the connection: what was begun and not run yet. */
export function DraftsDialog({ isOpen, connectionId, currentId, onClose, onOpen, onNew }: Props) {
  const queryClient = useQueryClient();
  const queryKey = ["drafts", connectionId];
  const { data: drafts } = useQuery({
    queryKey,
    queryFn: () => listDrafts(connectionId),
    enabled: isOpen,
    staleTime: 0,
    // This tab and others write while the list is open; reading it costs nothing.
    refetchInterval: 1_000,
  });
  const again = () => queryClient.invalidateQueries({ queryKey });
  const remove = async (draft: Draft) => {
    await forgetDraft(draft.id);
    await again();
    const undo = () => void keepDraft(draft).then(again);
    toast({ title: `The draft “${draftTitle(draft)}” was deleted`, action: { label: "Undo", onPress: undo } });
  };
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title="Drafts"
      description="Chains that were begun and not run yet. They stay in this browser."
      footer={<Button onClick={onNew}>New draft</Button>}
    >
      {drafts?.length === 0 ? (
        <EmptyState title="No drafts">What you compose is kept here until you run it.</EmptyState>
      ) : (
        <ul className="flex flex-col">
          {drafts?.map((draft) => (
            <li key={draft.id} className="flex items-center gap-2 border-border border-b py-1 last:border-b-0">
              <button
                type="button"
                onClick={() => onOpen(draft.id)}
                className="flex min-w-0 flex-1 flex-col rounded-md px-2 py-1 text-left hover:bg-hover"
              >
                <span className="max-w-full truncate font-medium text-sm">{draftTitle(draft)}</span>
                <span className="text-muted text-xs">
                  {draft.id === currentId ? "Open here, " : ""}
                  {countOf(draft.chain.steps.length, "step")}, saved{" "}
                  <TimeAgo at={new Date(draft.savedAt).toISOString()} />
                </span>
              </button>
              <IconButton
                size="sm"
                label={`Delete the draft ${draftTitle(draft)}`}
                icon={<Trash2 size={14} />}
                onClick={() => void remove(draft)}
                {...(draft.id === currentId ? { disabledReason: "It is open here; start over to empty it." } : {})}
              />
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
