import { Download, ShieldCheck, Square, Tag, Trash2, X } from "lucide-react";
import { countNumber } from "#dashboard/display/words.ts";
import { Button } from "#dashboard/ui/button.tsx";
import { IconButton } from "#dashboard/ui/icon-button.tsx";
import { Menu } from "#dashboard/ui/menu.tsx";
import { Spinner } from "#dashboard/ui/spinner.tsx";
import type { BulkKind } from "./bulk-plan.ts";
import type { ExportFormat } from "./export-workflows.ts";

type Props = {
  count: number;
  loaded: number;
  hasMore: boolean;
  /** What is being read for an action, in words, and how to stop that. */
  reading: { words: string; onStop: () => void } | undefined;
  onAll: () => void;
  onAsk: (kind: BulkKind) => void;
  onExport: (format: ExportFormat) => void;
  onClear: () => void;
};

/** What can be done with the selected rows. It stands where the names of the columns stand. */
export function BulkBar(props: Props) {
  const { count, loaded, hasMore, reading, onAll, onClear } = props;
  const isAll = count === loaded && !hasMore;
  return (
    <div
      role="toolbar"
      aria-label="Selected workflows"
      className="flex min-h-8 flex-wrap items-center gap-1.5 border-border border-b bg-accent-quiet px-3 py-px sm:px-4"
    >
      <IconButton size="sm" label="Select none" icon={<X size={14} />} onClick={onClear} />
      <span role="status" className="tabular mr-2 font-medium text-sm">
        {countNumber(count)} selected
      </span>
      {reading ? (
        <>
          <Spinner />
          <span className="tabular text-sm">{reading.words}</span>
          <Button size="sm" icon={<Square size={12} />} onClick={reading.onStop}>
            Stop
          </Button>
        </>
      ) : (
        <>
          {isAll ? null : (
            <Button size="sm" variant="quiet" onClick={onAll}>
              {hasMore ? "Select all that match" : `Select all ${countNumber(loaded)}`}
            </Button>
          )}
          <Actions {...props} />
        </>
      )}
    </div>
  );
}

function Actions({ onAsk, onExport }: Pick<Props, "onAsk" | "onExport">) {
  return (
    <>
      <span className="ml-auto" />
      <Menu
        label="Tags of the selected workflows"
        trigger={(trigger) => (
          <Button {...trigger} size="sm" icon={<Tag size={14} />}>
            Tags
          </Button>
        )}
        items={[
          { id: "add", label: "Add a tag", onSelect: () => onAsk("add-tag") },
          { id: "remove", label: "Remove a tag", onSelect: () => onAsk("remove-tag") },
        ]}
      />
      <Button size="sm" icon={<ShieldCheck size={14} />} onClick={() => onAsk("release")}>
        Release
      </Button>
      <Menu
        label="Export the selected workflows"
        trigger={(trigger) => (
          <Button {...trigger} size="sm" icon={<Download size={14} />}>
            Export
          </Button>
        )}
        items={[
          { id: "json", label: "JSON", onSelect: () => onExport("json") },
          { id: "csv", label: "CSV", onSelect: () => onExport("csv") },
          { id: "zip", label: "Media as a zip, with a manifest", onSelect: () => onExport("zip") },
        ]}
      />
      <Button size="sm" onClick={() => onAsk("cancel")}>
        Cancel
      </Button>
      <Button size="sm" icon={<Trash2 size={14} />} onClick={() => onAsk("delete")}>
        Delete
      </Button>
    </>
  );
}
