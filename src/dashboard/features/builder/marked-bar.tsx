import { ClipboardCopy, Copy, Trash2, X } from "lucide-react";
import { Button } from "#dashboard/ui/button.tsx";
import { IconButton } from "#dashboard/ui/icon-button.tsx";

type Props = { count: number; onCopy: () => void; onDuplicate: () => void; onRemove: () => void; onClear: () => void };

/** What can be done with several steps at once. */
export function MarkedBar({ count, onCopy, onDuplicate, onRemove, onClear }: Props) {
  if (count === 0) return null;
  return (
    <div
      role="toolbar"
      aria-label="Selected steps"
      className="mb-2 flex flex-wrap items-center gap-1.5 rounded-md border border-accent bg-accent-quiet px-2 py-1"
    >
      <span role="status" className="mr-auto text-sm">
        {count === 1 ? "1 step selected" : `${count} steps selected`}
      </span>
      <Button size="sm" icon={<ClipboardCopy size={14} />} onClick={onCopy}>
        Copy
      </Button>
      <Button size="sm" icon={<Copy size={14} />} onClick={onDuplicate}>
        Duplicate
      </Button>
      <Button size="sm" icon={<Trash2 size={14} />} onClick={onRemove}>
        Delete
      </Button>
      <IconButton size="sm" label="Select none" icon={<X size={14} />} onClick={onClear} />
    </div>
  );
}
