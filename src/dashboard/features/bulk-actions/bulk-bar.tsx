import { Download, ShieldCheck, Tag, Trash2, X } from "lucide-react";
import { Button } from "#dashboard/ui/button.tsx";
import { IconButton } from "#dashboard/ui/icon-button.tsx";
import { Menu } from "#dashboard/ui/menu.tsx";
import type { BulkKind } from "./bulk-plan.ts";
import type { ExportFormat } from "./export-workflows.ts";

type Props = {
  count: number;
  loaded: number;
  hasMore: boolean;
  isReadingAll: boolean;
  onAll: () => void;
  onAsk: (kind: BulkKind) => void;
  onExport: (format: ExportFormat) => void;
  isExporting: boolean;
  onClear: () => void;
};

/** What can be done with the selected rows. It stands where the names of the columns stand. */
export function BulkBar(props: Props) {
  const { count, loaded, hasMore, isReadingAll, onAll, onAsk, onExport, isExporting, onClear } = props;
  const isAll = count === loaded && !hasMore;
  return (
    <div
      role="toolbar"
      aria-label="Selected workflows"
      className="flex flex-wrap items-center gap-1.5 border-border border-b bg-accent-quiet px-3 py-1 sm:px-4"
    >
      <span role="status" className="mr-2 font-medium text-sm">
        {count} selected
      </span>
      {isAll ? null : (
        <Button size="sm" variant="quiet" isBusy={isReadingAll} onClick={onAll}>
          {isReadingAll ? `Reading, ${loaded} so far` : hasMore ? "Select all that match" : `Select all ${loaded}`}
        </Button>
      )}
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
          <Button {...trigger} size="sm" icon={<Download size={14} />} isBusy={isExporting}>
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
      <IconButton size="sm" label="Select none" icon={<X size={14} />} onClick={onClear} />
    </div>
  );
}
